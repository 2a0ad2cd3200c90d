package ru.freesport.console.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the routes in force. */
@Component
class OrderRouteTable {

    private final JdbcClient database;

    OrderRouteTable(JdbcClient database) {
        this.database = database;
    }

    Routing routing() {
        Map<VatRate, String> organisations = new HashMap<>();
        database.sql("SELECT vat_rate, organisation FROM organisation_by_vat").query(row -> {
            organisations.put(new VatRate(row.getString(1)), row.getString(2));
        });
        return new Routing(routes(), organisations);
    }

    List<OrderRoute> routes() {
        return database.sql("SELECT * FROM order_route ORDER BY position, id")
                .query(OrderRouteTable::route)
                .list();
    }

    static OrderRoute route(ResultSet row, int number) throws SQLException {
        String vat = row.getString("fixed_vat");
        return new OrderRoute(
                row.getLong("id"),
                row.getString("warehouse_onec_id"),
                row.getString("warehouse_name"),
                row.getString("organisation"),
                vat == null ? null : new VatRate(vat),
                row.getInt("position"),
                row.getLong("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
