package ru.freesport.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleTest
class ApplicationStartsTest {

    @Autowired
    private JdbcClient database;

    @Test
    void theDatabaseIsPostgreSql18() {
        assertThat(database.sql("SHOW server_version").query(String.class).single())
                .startsWith("18");
    }
}
