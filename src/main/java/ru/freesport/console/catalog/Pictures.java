package ru.freesport.console.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import ru.freesport.console.partners.Blobs;

/** Opens the pictures of products. */
@Service
public class Pictures {

    private final JdbcClient database;
    private final Blobs blobs;

    Pictures(JdbcClient database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * The content of a picture that some product has; other stored contents cannot be had this way. What its first
     * bytes do not show to be a picture is none.
     */
    @PreAuthorize(Mappings.MAY_LOOK)
    public Optional<OpenPicture> open(String sha256) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}") || !isOfAProduct(sha256)) {
            return Optional.empty();
        }
        byte[] head;
        try (InputStream content = blobs.open(sha256)) {
            head = content.readNBytes(PictureFormat.HEAD);
        }
        Optional<PictureFormat> format = PictureFormat.of(head);
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenPicture(format.get().mediaType(), blobs.open(sha256)));
    }

    private boolean isOfAProduct(String sha256) {
        return database.sql("SELECT EXISTS (SELECT FROM product_picture WHERE sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /** To be closed by whoever asked. */
    public record OpenPicture(String mediaType, InputStream content) {}
}
