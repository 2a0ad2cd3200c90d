package ru.freesport.console.bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import ru.freesport.console.onec.generator.GeneratedBuyer;

/** As many buyers as are wanted, known to the shop and not to 1C. */
final class SeededBuyers {

    private static final int IN_A_COPY = 5_000;

    private final int count;

    SeededBuyers(int count) {
        this.count = count;
    }

    /** Customers of the product, registered by the shop, none of them known to 1C. */
    void register(Connection product) throws SQLException, IOException {
        copy(
                product,
                "customer (id, type, email, phone, first_name, last_name, company_name, tax_id, kpp, legal_address)",
                buyer -> Stream.concat(
                        Stream.of(new UUID(buyer.number(), buyer.number()).toString()), values(buyer).stream()));
    }

    /** The same for the floor, in a table of its own. */
    void registerPlainly(Connection floor) throws SQLException, IOException {
        copy(
                floor,
                "shop (id, type, email, phone, first_name, last_name, company_name, tax_id, kpp, legal_address)",
                buyer -> Stream.concat(Stream.of(Integer.toString(buyer.number())), values(buyer).stream()));
    }

    private static Collection<@Nullable String> values(GeneratedBuyer buyer) {
        return Arrays.asList(
                buyer.type().name(),
                buyer.email(),
                buyer.phone(),
                buyer.firstName(),
                buyer.lastName(),
                buyer.companyName(),
                buyer.taxId(),
                buyer.kpp(),
                buyer.address());
    }

    private void copy(Connection connection, String table, Columns columns) throws SQLException, IOException {
        for (int part = 0; part * IN_A_COPY < count; part++) {
            String rows = part(part, IN_A_COPY)
                    .map(buyer -> columns.of(buyer)
                            .map(value -> value == null ? "\\N" : value)
                            .collect(Collectors.joining("\t", "", "\n")))
                    .collect(Collectors.joining());
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows));
        }
    }

    private Stream<GeneratedBuyer> part(int part, int size) {
        return IntStream.range(part * size, Math.min(count, (part + 1) * size)).mapToObj(GeneratedBuyer::new);
    }

    @FunctionalInterface
    private interface Columns {
        Stream<@Nullable String> of(GeneratedBuyer buyer);
    }
}
