package ru.freesport.console.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Chooses between the configured PostgreSQL and the embedded one; the embedded one outlives the connection pool. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(EmbeddedDatabaseWanted.class)
    EmbeddedDatabase embeddedDatabase(DatabaseSettings settings) {
        return EmbeddedDatabase.open(settings.home());
    }

    @Bean
    @Conditional(EmbeddedDatabaseWanted.class)
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new Connection(database.jdbcUrl(), "postgres", "");
    }

    @Bean
    @Conditional(EmbeddedDatabaseWanted.Not.class)
    JdbcConnectionDetails configuredConnection(DatabaseSettings settings) {
        return new Connection(settings.url(), settings.user(), settings.password());
    }

    private record Connection(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return java.util.Objects.requireNonNull(url);
        }
    }
}
