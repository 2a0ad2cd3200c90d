package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.catalog.FullPacket;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;

/**
 * Remembers what the full files of a packet named, over all its files and runs, and draws the conclusion at the end.
 * Nothing is concluded for a kind of which a file broke or of which the server forgot something.
 */
final class FullKinds {

    private static final Set<ImportKind> KINDS = EnumSet.of(ImportKind.GOODS, ImportKind.OFFERS, ImportKind.RESTS);

    /** The unread file is one that people still decide about, or that an approved run is about to read. */
    private static final String CLOSING_WAITS = """
            UPDATE packet SET closing_waits = true WHERE id = ? AND EXISTS (
                SELECT FROM packet_hold h JOIN job_run r ON r.id = coalesce(h.next_run_id, h.run_id)
                WHERE h.packet_id = packet.id AND r.state IN ('HELD', 'QUEUED', 'RUNNING'))""";

    private final Connection connection;
    private final long packetId;
    private final FullPacket packet;
    private final Map<ImportKind, Integer> absent = new EnumMap<>(ImportKind.class);
    private boolean broken;

    /** @param guard judges what is concluded */
    FullKinds(Connection connection, long packetId, long runId, RunGuard guard) {
        this.connection = connection;
        this.packetId = packetId;
        this.packet = new FullPacket(connection, packetId, runId, guard.memory());
    }

    /** An earlier attempt at the same packet is forgotten. */
    void beginAnew() throws SQLException {
        update("DELETE FROM packet_full_kind WHERE packet_id = ?");
        packet.forget();
    }

    /** Kinds that the run does not take are not remembered: it leaves them alone. */
    void saw(CatalogIntake catalog, RowBatch batch, Set<ImportKind> wanted) throws SQLException {
        Map<ImportKind, Set<String>> named = new EnumMap<>(ImportKind.class);
        for (CommerceMlRecord row : batch.records()) {
            switch (row) {
                case CommerceMlRecord.Goods goods -> name(named, ImportKind.GOODS, goods.id());
                case CommerceMlRecord.Offer offer -> {
                    if (offer.described()) {
                        name(named, ImportKind.OFFERS, offer.id());
                    }
                    if (offer.hasRests()) {
                        name(named, ImportKind.RESTS, offer.id());
                    }
                }
                case CommerceMlRecord.Malformed bad -> {
                    // a row that cannot be taken is not absent
                    ImportKind kind = ImportKind.of(bad.kind());
                    if (!KINDS.contains(kind)) {
                        continue;
                    }
                    if (bad.id() == null) {
                        remember(kind, 0, false);
                    } else {
                        name(named, kind, bad.id());
                    }
                }
                default -> {
                    // of other kinds absence means nothing
                }
            }
        }
        named.keySet().retainAll(wanted);
        for (Map.Entry<ImportKind, Set<String>> kind : named.entrySet()) {
            catalog.seen(packetId, kind.getKey().code(), kind.getValue());
            remember(kind.getKey(), kind.getValue().size(), true);
        }
    }

    /** A file broke: from now on absence means nothing in this packet. */
    void broke() throws SQLException {
        broken = true;
        for (ImportKind kind : KINDS) {
            remember(kind, 0, false);
        }
    }

    void close(BatchIntake books, RunContext run) throws SQLException {
        if (broken) {
            return;
        }
        Optional<String> unfinished = unfinishedFile();
        if (unfinished.isPresent()) {
            run.warn("onec.event.notWhole", unfinished.get());
            update(CLOSING_WAITS);
            return;
        }
        for (ImportKind kind : wholeKinds()) {
            int rows = switch (kind) {
                case GOODS -> packet.switchOffAbsentProducts(kind.code());
                case OFFERS -> packet.switchOffAbsentVariants(kind.code());
                default -> packet.zeroAbsentStock(kind.code());
            };
            if (rows > 0) {
                books.addAbsent(kind, rows);
                absent.put(kind, rows);
            }
        }
        packet.forget();
        update("UPDATE packet SET closed_at = coalesce(closed_at, now()) WHERE id = ?");
    }

    /** Says what was concluded, once it holds. */
    void tell(RunContext run) {
        absent.forEach((kind, rows) -> run.note("onec.event.absent." + kind.code(), rows));
    }

    /** A file of the packet that no run has read to its end; then nobody knows what is absent. */
    private Optional<String> unfinishedFile() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT f.path FROM packet_file f WHERE f.packet_id = ? AND lower(f.path) LIKE '%.xml'
                    AND NOT EXISTS (SELECT FROM run_file r WHERE r.packet_id = f.packet_id AND r.path = f.path
                        AND r.sha256 = f.sha256 AND r.whole)
                LIMIT 1""")) {
            select.setLong(1, packetId);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    private List<ImportKind> wholeKinds() throws SQLException {
        List<ImportKind> kinds = new ArrayList<>();
        for (ImportKind kind : KINDS) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT seen FROM packet_full_kind WHERE packet_id = ? AND kind = ? AND whole")) {
                select.setLong(1, packetId);
                select.setString(2, kind.code());
                try (ResultSet result = select.executeQuery()) {
                    if (result.next() && result.getLong(1) > 0 && result.getLong(1) == packet.seen(kind.code())) {
                        kinds.add(kind);
                    }
                }
            }
        }
        return kinds;
    }

    private void remember(ImportKind kind, int seen, boolean whole) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO packet_full_kind AS old (packet_id, kind, seen, whole) VALUES (?, ?, ?, ?)
                ON CONFLICT (packet_id, kind) DO UPDATE SET seen = old.seen + excluded.seen,
                    whole = old.whole AND excluded.whole""")) {
            upsert.setLong(1, packetId);
            upsert.setString(2, kind.code());
            upsert.setInt(3, seen);
            upsert.setBoolean(4, whole);
            upsert.executeUpdate();
        }
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, packetId);
            statement.executeUpdate();
        }
    }

    private static void name(Map<ImportKind, Set<String>> named, ImportKind kind, String id) {
        named.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(id);
    }
}
