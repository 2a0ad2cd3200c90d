package ru.freesport.console.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lives.
 *
 * @param home folder of the embedded PostgreSQL and of whatever else must survive a restart on this machine
 * @param url JDBC address of an outside PostgreSQL; empty means the embedded one
 */
@ConfigurationProperties("freesport.database")
record DatabaseSettings(
        Path home,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    boolean isEmbedded() {
        return url == null || url.isBlank();
    }
}
