package ru.freesport.console.bench;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The least a synchronisation of customers must do, to divide by: one parser thread, a bounded queue, one connection;
 * stored hashes looked up per thousand rows, what is new goes by COPY into a temporary table, and SQL alone finds the
 * customer by INN or e-mail, fills what one side lacks and notes where both differ. It knows no rules of the shop, no
 * agreed values, no history, no further contacts, and asks nobody.
 */
final class FloorCustomers {

    /** The customers have the indexes the console's lists search by: whoever writes to them pays for those. */
    private static final String SCHEMA = """
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            DROP TABLE IF EXISTS shop, counterparty, difference;
            CREATE TABLE shop (id bigint PRIMARY KEY, type text, email text, phone text, first_name text,
                last_name text, company_name text, tax_id text, kpp text, legal_address text, onec_id text UNIQUE);
            CREATE INDEX shop_email ON shop (lower(email));
            CREATE INDEX shop_phone ON shop (phone);
            CREATE INDEX shop_tax_id ON shop (tax_id);
            CREATE INDEX shop_name ON shop USING gin ((coalesce(company_name, '') || ' ' || coalesce(last_name, '')
                || ' ' || coalesce(first_name, '')) gin_trgm_ops);
            CREATE INDEX shop_phone_part ON shop USING gin (phone gin_trgm_ops);
            CREATE INDEX shop_email_part ON shop USING gin (lower(email) gin_trgm_ops);
            CREATE TABLE counterparty (onec_id text PRIMARY KEY, hash bytea, shop_id bigint UNIQUE, email text, phone text,
                tax_id text, kpp text, legal_address text);
            CREATE TABLE difference (onec_id text, field text, shop text, onec text, PRIMARY KEY (onec_id, field))""";

    private static final String STAGE = """
            CREATE TEMP TABLE IF NOT EXISTS stage (onec_id text, hash bytea, email text, phone text, tax_id text,
                kpp text, legal_address text, shop_id bigint) ON COMMIT DELETE ROWS""";
    private static final List<String> STEPS = List.of("ANALYZE stage", """
            UPDATE stage s SET shop_id = coalesce((SELECT id FROM shop t WHERE t.tax_id = s.tax_id LIMIT 1),
                (SELECT id FROM shop t WHERE lower(t.email) = s.email LIMIT 1))""", """
            INSERT INTO counterparty (onec_id, hash, shop_id, email, phone, tax_id, kpp, legal_address)
            SELECT onec_id, hash, shop_id, email, phone, tax_id, kpp, legal_address FROM stage
            ON CONFLICT (onec_id) DO UPDATE SET hash = excluded.hash, shop_id = excluded.shop_id,
                email = excluded.email, phone = excluded.phone, tax_id = excluded.tax_id, kpp = excluded.kpp,
                legal_address = excluded.legal_address""", """
            INSERT INTO difference (onec_id, field, shop, onec)
            SELECT s.onec_id, v.field, v.shop, v.onec FROM stage s JOIN shop t ON t.id = s.shop_id,
                LATERAL (VALUES ('EMAIL', t.email, s.email), ('PHONE', t.phone, s.phone), ('TAX_ID', t.tax_id, s.tax_id),
                    ('KPP', t.kpp, s.kpp), ('LEGAL_ADDRESS', t.legal_address, s.legal_address)) v (field, shop, onec)
            WHERE v.shop <> v.onec ON CONFLICT DO NOTHING""", """
            UPDATE shop t SET onec_id = s.onec_id, email = coalesce(t.email, s.email),
                phone = coalesce(t.phone, s.phone), tax_id = coalesce(t.tax_id, s.tax_id), kpp = coalesce(t.kpp, s.kpp),
                legal_address = coalesce(t.legal_address, s.legal_address)
            FROM stage s WHERE t.id = s.shop_id""");

    private final Connection connection;
    private final FloorReader reader = new FloorReader();
    private long rows;

    FloorCustomers(Connection connection) {
        this.connection = connection;
    }

    void createTables() throws SQLException {
        execute(SCHEMA);
        connection.commit();
    }

    /** Takes the files in their order; returns the rows it read. */
    long take(List<Path> export) throws Exception {
        rows = 0;
        execute(STAGE);
        for (Path file : export) {
            reader.eachBatch(file, "Контрагент", this::takeBatch);
        }
        return rows;
    }

    /** How many values both sides have and do not agree on. */
    long differences() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM difference");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Parser and worker are two threads; the batch belongs to the worker. */
    private void takeBatch(List<FloorParser.Row> batch) throws Exception {
        Map<String, String> stored = hashes(batch);
        StringBuilder news = new StringBuilder();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (FloorParser.Row row : batch) {
            String hash = HexFormat.of()
                    .formatHex(Arrays.copyOf(
                            digest.digest(String.join("\n", row.texts()).getBytes(StandardCharsets.UTF_8)), 16));
            if (!hash.equals(stored.get(row.id()))) {
                staged(row, hash, news);
            }
        }
        if (!news.isEmpty()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY stage (onec_id, hash, email, phone, tax_id, kpp, legal_address) FROM STDIN",
                            new StringReader(news.toString()));
            for (String step : STEPS) {
                execute(step);
            }
        }
        rows += batch.size();
        connection.commit();
    }

    private static void staged(FloorParser.Row row, String hash, StringBuilder news) {
        String email = "\\N";
        String phone = "\\N";
        for (int i = 1; i < row.names().size(); i++) {
            String text = row.texts().get(i);
            if (row.names().get(i).equals("Значение")) {
                if (text.indexOf('@') > 0) {
                    email = text;
                } else {
                    phone = "+7" + text.replaceAll("[^0-9]", "").substring(1);
                }
            }
        }
        news.append(row.id())
                .append("\t\\\\x")
                .append(hash)
                .append('\t')
                .append(email)
                .append('\t');
        news.append(phone).append('\t').append(value(row, "ИНН")).append('\t').append(value(row, "КПП"));
        news.append('\t').append(value(row, "Представление")).append('\n');
    }

    private static String value(FloorParser.Row row, String name) {
        int place = row.names().indexOf(name);
        return place < 0 ? "\\N" : row.texts().get(place);
    }

    private Map<String, String> hashes(List<FloorParser.Row> batch) throws SQLException {
        Map<String, String> found = HashMap.newHashMap(batch.size());
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT onec_id, encode(hash, 'hex') FROM counterparty WHERE onec_id = ANY(?)")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", batch.stream().map(FloorParser.Row::id).toArray()));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    found.put(result.getString(1), result.getString(2));
                }
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
