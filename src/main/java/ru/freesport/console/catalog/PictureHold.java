package ru.freesport.console.catalog;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.BlobHold;

/** Keeps the clean-up away from the pictures of products. */
@Component
class PictureHold implements BlobHold {

    private final JdbcClient database;

    PictureHold(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> heldContents(Collection<String> sha256s) {
        return new HashSet<>(database.sql("SELECT DISTINCT sha256 FROM product_picture WHERE sha256 IN (:names)")
                .param("names", sha256s)
                .query(String.class)
                .list());
    }
}
