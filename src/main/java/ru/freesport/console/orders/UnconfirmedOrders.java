package ru.freesport.console.orders;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that 1C was offered and has not confirmed within the window. */
@Component
public class UnconfirmedOrders {

    private final JdbcClient database;
    private final OrdersSettings settings;

    UnconfirmedOrders(JdbcClient database, OrdersSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The number of the part that was offered last among them; empty when there is none. */
    public Optional<String> newest() {
        return database.sql("SELECT p.number FROM order_part p WHERE " + OrderQuery.UNCONFIRMED
                        + " ORDER BY p.offered_at DESC, p.id LIMIT 1")
                .param("window", (double) settings.confirmation().toSeconds())
                .query(String.class)
                .optional();
    }
}
