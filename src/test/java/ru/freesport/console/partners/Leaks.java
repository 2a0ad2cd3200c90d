package ru.freesport.console.partners;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.Seeded;
import ru.freesport.console.TestLog;

/** Searches every table and everything that was printed for the secrets and people of the tests. */
final class Leaks {

    /** Where personal data may lie, and why; nothing else is left out, and secrets are never to be found in readable text. */
    private static final Map<String, String> MAY_HOLD_PEOPLE = Map.ofEntries(
            Map.entry("customer", "the customers themselves"),
            Map.entry("customer_contact", "their contacts"),
            Map.entry("customer_change", "what a customer was before, which people take back"),
            Map.entry("customer_merge", "what a customer was before two became one"),
            Map.entry("counterparty", "the customers as 1C sees them"),
            Map.entry("customer_conflict", "whom a decision is about"),
            Map.entry("customer_conflict_field", "the two values a person has to choose from"),
            Map.entry("customer_conflict_candidate", "whom a customer of 1C may be"),
            Map.entry("customer_conflict_decision", "what was chosen, so that it can be taken back"),
            Map.entry("shop_order", "where and to whom an order goes, as the customer wrote it"),
            Map.entry("payment", "where the customer's receipts go"),
            Map.entry("provider_operation", "what the provider is sent byte for byte, until that has ended"),
            Map.entry("blob_chunk", "files byte-exact as they came and went, read by those who may"));

    private static final String TEXT_TYPES =
            "('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'name')";
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"));

    private final JdbcClient database;

    Leaks(JdbcClient database) {
        this.database = database;
    }

    record Column(String table, String name, boolean isBytes) {}

    /** How many columns are looked at. */
    int columns() {
        return searched().size();
    }

    /** Table, column and how many rows. */
    List<String> inTables() {
        List<String> found = new ArrayList<>();
        for (Column column : searched()) {
            long rows = column.isBytes() ? inBytes(column) : inText(column);
            if (rows > 0) {
                found.add(column.table() + "." + column.name() + ": " + rows);
            }
        }
        return found;
    }

    /** Lines, without saying more of them than needed. */
    List<String> inOutput() {
        Pattern any = Pattern.compile(pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<String> found = new ArrayList<>();
        for (Path file : printed()) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                    if (any.matcher(text).find()) {
                        found.add(file.getFileName() + ": " + text);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** This run's own output and that of the consoles it started. */
    private static List<Path> printed() {
        Path children = Path.of("target", "children");
        if (!Files.isDirectory(children)) {
            return List.of(TestLog.FILE);
        }
        try (Stream<Path> files = Files.list(children)) {
            return Stream.concat(
                            Stream.of(TestLog.FILE),
                            files.filter(Leaks::isOfThisRun).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfThisRun(Path file) {
        try {
            Instant began = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
            return Files.getLastModifiedTime(file).toInstant().isAfter(began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Column> searched() {
        return database
                .sql("SELECT c.table_name, c.column_name, c.data_type = 'bytea' FROM information_schema.columns c"
                        + " JOIN information_schema.tables t USING (table_schema, table_name)"
                        + " WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'"
                        + " AND (c.data_type = 'bytea' OR c.data_type IN " + TEXT_TYPES + ") ORDER BY 1, 2")
                .query((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list()
                .stream()
                .filter(column -> !MAY_HOLD_PEOPLE.containsKey(column.table()))
                .toList();
    }

    private long inText(Column column) {
        return database.sql(
                        "SELECT count(*) FROM \"%s\" WHERE \"%s\"::text ~* ?".formatted(column.table(), column.name()))
                .param(pattern())
                .query(Long.class)
                .single();
    }

    private long inBytes(Column column) {
        List<byte[]> needles = needles();
        String any = needles.stream()
                .map(_ -> "position(? IN \"" + column.name() + "\") > 0")
                .collect(Collectors.joining(" OR "));
        return database.sql("SELECT count(*) FROM \"%s\" WHERE %s".formatted(column.table(), any))
                .params(new ArrayList<>(needles))
                .query(Long.class)
                .single();
    }

    private static List<byte[]> needles() {
        List<byte[]> needles = new ArrayList<>();
        for (String spelling : Seeded.spellings()) {
            for (Charset charset : CHARSETS) {
                CharsetEncoder encoder = charset.newEncoder();
                if (encoder.canEncode(spelling)) {
                    ByteBuffer encoded = charset.encode(spelling);
                    byte[] bytes = new byte[encoded.remaining()];
                    encoded.get(bytes);
                    needles.add(bytes);
                }
            }
        }
        needles.add(Seeded.PHONE.getBytes(StandardCharsets.US_ASCII));
        return needles;
    }

    private static String pattern() {
        return Stream.concat(
                        Seeded.spellings().stream().map(word -> word.replaceAll("([.+*?()\\[\\]{}|\\\\^$])", "\\\\$1")),
                        Stream.of(Seeded.phones()))
                .collect(Collectors.joining("|"));
    }
}
