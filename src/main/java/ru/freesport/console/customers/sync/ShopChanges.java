package ru.freesport.console.customers.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import ru.freesport.console.customers.CustomerChanged;

/** Compares a customer with 1C's last word again, in the transaction that changed the customer. */
@Component
public class ShopChanges {

    private static final String TASK = "comparing counterparties again";
    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private final DataSource dataSource;
    private final JdbcClient database;
    private final CounterpartyIntakes intakes;

    ShopChanges(DataSource dataSource, JdbcClient database, CounterpartyIntakes intakes) {
        this.dataSource = dataSource;
        this.database = database;
        this.intakes = intakes;
    }

    @EventListener
    void changed(CustomerChanged change) {
        again(database.sql("SELECT onec_id FROM counterparty WHERE customer_id = ?")
                .param(change.id())
                .query(String.class)
                .list());
    }

    /** To be called in a transaction. */
    void again(List<String> onecIds) {
        if (onecIds.isEmpty()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            intakes.on(connection, null).again(onecIds);
        } catch (SQLException e) {
            throw java.util.Objects.requireNonNull(TRANSLATOR.translate(TASK, null, e));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
