package ru.freesport.console.onec;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.GuardLimits;
import ru.freesport.console.catalog.GuardVerdict;
import ru.freesport.console.catalog.PacketGuard;
import ru.freesport.console.jobs.RunContext;

/**
 * Has a run judged before anything of it is in force. When it goes over a limit, what was found is kept and all the
 * rest undone. A run that a person let go on is not judged again, as long as its packet is still the one they saw.
 */
final class RunGuard {

    /** Parameter of a run: the held run that it takes the place of. */
    static final String APPROVES = "approves";

    private static final String FINDINGS = "packet_finding";
    private static final String EARLIER = "SELECT zeroed, goods_hidden, offers_hidden FROM packet WHERE id = ?";
    private static final String TOGETHER = """
            UPDATE packet SET zeroed = zeroed + ?, goods_hidden = goods_hidden + ?, offers_hidden = offers_hidden + ?
            WHERE id = ?""";
    private static final String COUNT = """
            INSERT INTO packet_finding_count (run_id, kind, found, earlier, of_all, percent, over)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String HOLD = "INSERT INTO packet_hold (run_id, packet_id, kinds) VALUES (?, ?, ?)";
    private static final String CHANGED_SINCE = """
            SELECT EXISTS (SELECT FROM packet_file f JOIN packet_hold h ON h.run_id = ? AND h.packet_id = f.packet_id
                WHERE f.added_at > h.held_at AND (lower(f.path) ~ '\\.z(ip|[0-9]+)$' OR lower(f.path) LIKE '%.xml'
                    AND (? OR EXISTS (SELECT FROM run_file r WHERE r.run_id = h.run_id AND r.path = f.path))))""";
    private static final String OLDER_HELD = """
            SELECT h.run_id FROM packet_hold h JOIN job_run r ON r.id = h.run_id AND r.state = 'HELD'
            WHERE h.decision IS NULL AND h.run_id < ? AND h.kinds && ? ORDER BY h.run_id DESC LIMIT 1""";

    private final Connection connection;
    private final DataSource database;
    private final RunContext run;
    private final GuardLimits limits;
    private final PacketOrder order;
    private final @Nullable PacketGuard memory;
    private GuardVerdict verdict = GuardVerdict.NOTHING;

    RunGuard(Connection connection, DataSource database, RunContext run, GuardLimits limits, PacketOrder order)
            throws SQLException {
        this.connection = connection;
        this.database = database;
        this.run = run;
        this.limits = limits;
        this.order = order;
        boolean isOn = !isApproved() && PacketGuard.hasWork(connection, limits);
        this.memory = isOn ? new PacketGuard(connection, run.runId()) : null;
    }

    boolean isOn() {
        return memory != null;
    }

    /** What the catalogue remembers in while the packet is written; null when nobody judges it. */
    @Nullable PacketGuard memory() {
        return memory;
    }

    /** To be asked at the end of the transaction that wrote all of the packet. */
    boolean isOver() throws SQLException {
        if (memory == null) {
            return false;
        }
        try (Connection inForce = database.getConnection()) {
            verdict = memory.judge(limits, inForce, isPart() ? earlier() : Map.of());
        }
        return verdict.isOver();
    }

    /** The packet goes into force: its next runs are judged together with this one. */
    void pass(Set<ImportKind> changed) throws SQLException {
        if (isPart() && !verdict.counts().isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(TOGETHER)) {
                update.setLong(1, verdict.found(FindingKind.STOCK_ZEROED));
                update.setLong(2, verdict.found(FindingKind.GOODS_HIDDEN));
                update.setLong(3, verdict.found(FindingKind.OFFERS_HIDDEN));
                update.setLong(4, order.packetId());
                update.executeUpdate();
            }
        }
        if (!changed.isEmpty()) {
            warnOfOlder(changed);
        }
    }

    /** Undoes the packet and keeps what people decide by. */
    void hold(Set<ImportKind> changed, RunBooks.Writing files) throws SQLException {
        keep(true, changed, files);
    }

    /** Keeps what a dry run found. */
    void tell() throws SQLException {
        keep(false, Set.of(), _ -> {});
    }

    private void keep(boolean holds, Set<ImportKind> changed, RunBooks.Writing files) throws SQLException {
        PacketGuard found = java.util.Objects.requireNonNull(memory);
        try (Connection keeping = database.getConnection()) {
            keeping.setAutoCommit(false);
            found.copyFindings(keeping, FINDINGS);
            counts(keeping);
            if (holds) {
                // first, because what is kept now takes the place of what the packet wrote
                connection.rollback();
                try (PreparedStatement insert = keeping.prepareStatement(HOLD)) {
                    insert.setLong(1, run.runId());
                    insert.setLong(2, order.packetId());
                    insert.setArray(3, codes(keeping, changed));
                    insert.executeUpdate();
                }
                files.into(new RunBooks(keeping, run.runId()));
            }
            run.fence(keeping);
            keeping.commit();
        }
        for (GuardVerdict.Count count : verdict.counts()) {
            if (count.over()) {
                run.warn("onec.event.found." + count.kind(), count.found());
            }
        }
    }

    private void counts(Connection keeping) throws SQLException {
        try (PreparedStatement insert = keeping.prepareStatement(COUNT)) {
            for (GuardVerdict.Count count : verdict.counts()) {
                insert.setLong(1, run.runId());
                insert.setString(2, count.kind().name());
                insert.setLong(3, count.found());
                insert.setLong(4, count.earlier());
                insert.setObject(5, count.of());
                insert.setBigDecimal(6, count.percent());
                insert.setBoolean(7, count.over());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Map<FindingKind, Long> earlier() throws SQLException {
        Map<FindingKind, Long> earlier = new EnumMap<>(FindingKind.class);
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setLong(1, order.packetId());
            try (ResultSet result = select.executeQuery()) {
                if (result.next()) {
                    earlier.put(FindingKind.STOCK_ZEROED, result.getLong(1));
                    earlier.put(FindingKind.GOODS_HIDDEN, result.getLong(2));
                    earlier.put(FindingKind.OFFERS_HIDDEN, result.getLong(3));
                }
            }
        }
        return earlier;
    }

    /** Newer data of the same kind goes into force while older waits: whoever decides about the older should know. */
    private void warnOfOlder(Set<ImportKind> changed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDER_HELD)) {
            select.setLong(1, run.runId());
            select.setArray(2, codes(connection, changed));
            try (ResultSet result = select.executeQuery()) {
                if (result.next()) {
                    run.warn("onec.event.olderHeld", result.getLong(1));
                }
            }
        }
    }

    /** Other runs of the same packet come before or after it. */
    private boolean isPart() {
        return !order.isWhole();
    }

    private boolean isApproved() throws SQLException {
        if (!run.isReleased()) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(CHANGED_SINCE)) {
            select.setLong(1, run.parameter(APPROVES).map(Long::valueOf).orElse(run.runId()));
            select.setBoolean(2, order.paths().isEmpty());
            try (ResultSet result = select.executeQuery()) {
                return result.next() && !result.getBoolean(1);
            }
        }
    }

    private static java.sql.Array codes(Connection connection, Set<ImportKind> kinds) throws SQLException {
        return connection.createArrayOf(
                "text", kinds.stream().map(ImportKind::code).toArray());
    }
}
