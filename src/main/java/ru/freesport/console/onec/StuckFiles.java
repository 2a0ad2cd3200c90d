package ru.freesport.console.onec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files for 1C that the file server did not take: what they carry goes no way at all until it does. */
@Component
public class StuckFiles {

    private final JdbcClient database;

    StuckFiles(JdbcClient database) {
        this.database = database;
    }

    public int count() {
        return database.sql("SELECT count(*) FROM outgoing_file WHERE state = 'WAITING' AND failure IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
