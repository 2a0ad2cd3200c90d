package ru.freesport.console.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What absence means at the end of a full packet: products and variants it does not name are switched off, stock it
 * does not name becomes zero. Prices are left alone: a price that is gone says nothing about what the goods cost.
 * A kind of which the packet named nothing at all is left alone too.
 */
public final class FullPacket {

    private static final String SEEN = "SELECT count(*) FROM packet_seen WHERE packet_id = ? AND kind = ?";
    private static final String ABSENT_PRODUCTS = """
            UPDATE product t SET active = false, run_id = ?, changed_at = now()
            WHERE active AND NOT EXISTS (SELECT FROM packet_seen s
                WHERE s.packet_id = ? AND s.kind = ? AND s.onec_id = t.onec_id)""";
    private static final String ABSENT_VARIANTS = """
            UPDATE variant t SET active = false, run_id = ?, changed_at = now()
            WHERE active AND source_hash IS NOT NULL AND NOT EXISTS (SELECT FROM packet_seen s
                WHERE s.packet_id = ? AND s.kind = ? AND s.onec_id = t.onec_id)""";
    private static final String ABSENT_STOCK = """
            UPDATE stock t SET quantity = 0, run_id = ?, changed_at = now()
            FROM variant v
            WHERE v.id = t.variant_id AND t.quantity <> 0 AND NOT EXISTS (SELECT FROM packet_seen s
                WHERE s.packet_id = ? AND s.kind = ? AND s.onec_id = v.onec_id)""";

    private final Connection connection;
    private final long packetId;
    private final long runId;
    private final @Nullable GuardMemory memory;

    /** @param guard remembers what is switched off, until it judges the packet in the same transaction */
    public FullPacket(Connection connection, long packetId, long runId, @Nullable PacketGuard guard) {
        this.connection = connection;
        this.packetId = packetId;
        this.runId = runId;
        this.memory = guard == null ? null : guard.memory();
    }

    /** How many names of a kind are remembered; fewer than were read when the server crashed in between. */
    public long seen(String kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEEN)) {
            select.setLong(1, packetId);
            select.setString(2, kind);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    public int switchOffAbsentProducts(String kind) throws SQLException {
        return absent(memory == null ? ABSENT_PRODUCTS : memory.rememberingProducts(ABSENT_PRODUCTS), kind);
    }

    public int switchOffAbsentVariants(String kind) throws SQLException {
        return absent(memory == null ? ABSENT_VARIANTS : memory.rememberingVariants(ABSENT_VARIANTS), kind);
    }

    public int zeroAbsentStock(String kind) throws SQLException {
        return absent(memory == null ? ABSENT_STOCK : memory.rememberingZeroes(ABSENT_STOCK), kind);
    }

    /** Forgets what the packet named. */
    public void forget() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM packet_seen WHERE packet_id = ?")) {
            delete.setLong(1, packetId);
            delete.executeUpdate();
        }
    }

    private int absent(String sql, String kind) throws SQLException {
        if (seen(kind) == 0) {
            return 0;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, runId);
            update.setLong(2, packetId);
            update.setString(3, kind);
            return update.executeUpdate();
        }
    }
}
