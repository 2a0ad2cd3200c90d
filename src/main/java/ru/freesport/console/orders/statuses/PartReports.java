package ru.freesport.console.orders.statuses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.orders.HandoverWay;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderPart;

/** Shows beside an order what 1C said of it. */
@Service
@PreAuthorize(StatusMaps.MAY_SEE)
@Transactional(readOnly = true)
public class PartReports {

    private final JdbcClient database;
    private final StatusMapTable maps;
    private final IdentityTable identities;

    PartReports(JdbcClient database, StatusMapTable maps, IdentityTable identities) {
        this.database = database;
        this.maps = maps;
        this.identities = identities;
    }

    /** By the parts' ids; parts that 1C never spoke of are absent. */
    public Map<UUID, PartReport> of(Order order) {
        UUID[] ids = order.parts().stream().map(OrderPart::id).toArray(UUID[]::new);
        Map<UUID, List<ReportedOrder.Line>> lines = new HashMap<>();
        database.sql("SELECT * FROM order_report_line WHERE part_id = ANY(:ids) ORDER BY part_id, position")
                .param("ids", ids)
                .query(row -> {
                    lines.computeIfAbsent(row.getObject("part_id", UUID.class), _ -> new ArrayList<>())
                            .add(KnownOrders.line(row));
                });
        StatusMap map = maps.newest();
        Map<UUID, PartReport> reports = new HashMap<>();
        database.sql("SELECT * FROM order_report WHERE part_id = ANY(:ids)")
                .param("ids", ids)
                .query(row -> {
                    UUID id = row.getObject("part_id", UUID.class);
                    OrderPart part = order.parts().stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow();
                    reports.put(id, report(row, map, differences(part, lines.get(id))));
                });
        return reports;
    }

    /** Documents that name a part of the order and something else. */
    public List<IdentityDispute> disputes(Order order) {
        return identities.ofOrder(order.id());
    }

    private static List<LineDifference> differences(
            OrderPart part, @org.jspecify.annotations.Nullable List<ReportedOrder.Line> told) {
        return told == null
                ? List.of()
                : LineDifferences.of(
                        part.lines().stream()
                                .map(line -> new LineDifferences.Ordered(
                                        line.variantOnecId(), line.name(), line.quantity(), line.sum()))
                                .toList(),
                        told);
    }

    private static PartReport report(ResultSet row, StatusMap map, List<LineDifference> differences)
            throws SQLException {
        String word = row.getString("word");
        return new PartReport(
                word,
                Standing.valueOf(row.getString("standing")),
                Optional.ofNullable(word)
                        .flatMap(map::find)
                        .map(StatusMap.Word::status)
                        .orElse(null),
                row.getObject("made_at", LocalDateTime.class),
                row.getTimestamp("told_at").toInstant(),
                HandoverWay.valueOf(row.getString("way")),
                (Long) row.getObject("message_id"),
                row.getObject("onec_date", LocalDate.class),
                (Boolean) row.getObject("posted"),
                (Boolean) row.getObject("cancelled"),
                (Boolean) row.getObject("shipped"),
                (Boolean) row.getObject("deleted"),
                row.getObject("paid_on", LocalDate.class),
                row.getBoolean("payment_withdrawn"),
                row.getObject("shipped_on", LocalDate.class),
                row.getBoolean("shipment_withdrawn"),
                differences);
    }
}
