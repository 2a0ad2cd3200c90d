package ru.freesport.console.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Registration;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.LocalFiles;
import ru.freesport.console.onec.PacketImport;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;
import ru.freesport.console.orders.NewOrder;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.Placement;
import ru.freesport.console.shared.Actor;

/** Fills a database with orders: one is placed as every order is, the others are its copies under keys of their own. */
final class SeededOrders {

    private static final int PRODUCTS = 50;
    private static final int LINES = 3;
    private static final long SEED = 5;

    private final ApplicationContext application;
    private final Path folder;
    private final JdbcClient database;

    SeededOrders(ApplicationContext application, Path folder) throws IOException {
        this.application = application;
        this.folder = folder;
        this.database = application.getBean(JdbcClient.class);
        goods();
    }

    /** Takes the place of all orders before. */
    void place(int count) {
        database.sql("TRUNCATE shop_order, outgoing_record, outgoing_file, partner_call CASCADE")
                .update();
        Order pattern = pattern();
        copy(pattern.id(), count - 1);
        database.sql("VACUUM ANALYZE shop_order, order_part, order_line, outgoing_record")
                .update();
        database.sql("CHECKPOINT").update();
    }

    private void goods() throws IOException {
        Path export = folder.resolve("order-goods");
        FileSystemUtils.deleteRecursively(export);
        ExportGenerator.generate(Files.createDirectories(export), PRODUCTS, SEED, Shape.SLIM);
        try {
            long packet = application
                    .getBean(LocalFiles.class)
                    .store(export, Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
            application
                    .getBean(Runs.class)
                    .runHere(
                            application
                                    .getBean(PacketImport.class)
                                    .wholePacket(
                                            packet,
                                            java.util.EnumSet.allOf(ImportKind.class),
                                            RunTrigger.COMMAND_LINE,
                                            Actor.commandLine(),
                                            false,
                                            null,
                                            "order-goods"),
                            RunWatcher.NONE);
        } catch (LocalFiles.NothingToImport impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            FileSystemUtils.deleteRecursively(export);
        }
    }

    private Order pattern() {
        List<NewOrder.Line> lines = database.sql("""
                        SELECT v.onec_id, x.amount FROM variant v JOIN product p ON p.id = v.product_id
                        JOIN price x ON x.variant_id = v.id JOIN price_type t ON t.id = x.price_type_id
                        JOIN price_level l ON l.price_type_onec_id = t.onec_id AND l.level = 'RETAIL'
                        WHERE v.active AND NOT v.deleted AND p.active AND x.amount > 0
                        ORDER BY v.id LIMIT ?
                        """)
                .param(LINES)
                .query((row, _) -> new NewOrder.Line(row.getString(1), BigDecimal.ONE, row.getBigDecimal(2)))
                .list();
        NewOrder order = new NewOrder(customer(), lines, OrderDelivery.NONE, BigDecimal.ZERO, null);
        return switch (RunAs.system(() -> application.getBean(Orders.class).place(order))) {
            case Placement.Placed placed -> placed.order();
            case Placement.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private UUID customer() {
        CustomerFields fields = new CustomerFields(
                CustomerType.PERSON,
                "bench-" + UUID.randomUUID() + "@example.org",
                null,
                "Анна",
                "Иванова",
                null,
                null,
                null);
        return switch (RunAs.system(() -> application.getBean(Customers.class).register(fields))) {
            case Registration.Done done -> done.customer().id();
            case Registration other -> throw new IllegalStateException(other.toString());
        };
    }

    /** Every column of the pattern's rows but ids, numbers and keys, which get the copy's own. */
    private void copy(UUID pattern, int count) {
        copy("shop_order", "t.id = ?", """
                'id', md5(t.id::text || n)::uuid, 'number', t.number || '-' || n, 'position', t.position + n""", pattern, count);
        copy("order_part", "t.order_id = ?", """
                'id', md5(t.id::text || n)::uuid, 'order_id', md5(t.order_id::text || n)::uuid,
                'number', t.number || '-' || n, 'onec_key', t.onec_key || '-' || n""", pattern, count);
        copy(
                "order_line",
                "t.part_id IN (SELECT p.id FROM order_part p WHERE p.order_id = ?)",
                """
                'id', t.id + n * %d, 'part_id', md5(t.part_id::text || n)::uuid""".formatted(LINES + 1),
                pattern,
                count);
    }

    private void copy(String table, String condition, String changed, UUID pattern, int count) {
        database.sql("""
                        INSERT INTO %1$s OVERRIDING SYSTEM VALUE
                        SELECT (jsonb_populate_record(t, jsonb_build_object(%3$s))).*
                        FROM %1$s t, generate_series(1, ?) AS n WHERE %2$s
                        """.formatted(table, condition, changed))
                .params(count, pattern)
                .update();
    }
}
