package ru.freesport.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    void whatItHasCommittedOutlivesALossOfPower(@TempDir Path home) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(home);
                var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                var settings = connection
                        .createStatement()
                        .executeQuery("SELECT name, setting FROM pg_settings WHERE name IN"
                                + " ('fsync', 'synchronous_commit', 'full_page_writes')")) {
            while (settings.next()) {
                assertThat(settings.getString("setting"))
                        .as(settings.getString("name"))
                        .isEqualTo("on");
            }
        }
    }
}
