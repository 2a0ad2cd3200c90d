package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class JdbcRowsTest {

    @Autowired
    private DataSource dataSource;

    @Test
    void everyRowComesOnceInOrder() {
        List<Integer> rows = new ArrayList<>();
        new JdbcRows<>(
                        dataSource,
                        "SELECT n FROM generate_series(:first, :last) n ORDER BY n",
                        Map.of("first", 1, "last", 1700),
                        (results, _) -> results.getInt(1))
                .forEach(rows::add);
        assertThat(rows).hasSize(1700).startsWith(1, 2).endsWith(1700).isSorted();
    }
}
