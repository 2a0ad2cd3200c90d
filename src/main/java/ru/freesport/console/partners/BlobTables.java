package ru.freesport.console.partners;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The statements on blob and blob_chunk. Each takes a connection of its own and gives it back at once: content is
 * neither part of a caller's transaction nor does a slow sender hold a connection.
 */
final class BlobTables {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final byte[] COPY_HEADER =
            "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final DataSource dataSource;

    BlobTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is known of a content. */
    record Row(long id, long size) {}

    @Nullable Row find(byte[] sha256) throws IOException {
        return call(connection -> query(connection, "SELECT id, size FROM blob WHERE sha256 = ?", sha256));
    }

    /** As {@link #find}, and keeps the clean-up away from it; writes at most once an hour. */
    @Nullable Row findToKeep(byte[] sha256) throws IOException {
        return call(connection -> {
            execute(
                    connection,
                    "UPDATE blob SET used_at = clock_timestamp()"
                            + " WHERE sha256 = ? AND used_at < clock_timestamp() - interval '1 hour'",
                    sha256);
            return query(connection, "SELECT id, size FROM blob WHERE sha256 = ?", sha256);
        });
    }

    long begin() throws IOException {
        Row row = call(connection -> query(connection, "INSERT INTO blob DEFAULT VALUES RETURNING id, size"));
        return java.util.Objects.requireNonNull(row).id();
    }

    /** Drops what was written after the given size, and says how many chunks stay. */
    int truncate(long id, long size) throws IOException {
        Integer chunks = call(connection -> {
            Row open = query(connection, "SELECT id, size FROM blob WHERE id = ? AND sha256 IS NULL FOR UPDATE", id);
            if (open == null) {
                throw new SQLException("blob " + id + " is not open for writing");
            }
            execute(
                    connection,
                    "DELETE FROM blob_chunk c USING (SELECT n, sum(size) OVER (ORDER BY n) AS upto FROM blob_chunk"
                            + " WHERE blob_id = ?) s WHERE c.blob_id = ? AND c.n = s.n AND s.upto > ?",
                    id,
                    id,
                    size);
            Row kept =
                    query(connection, "SELECT count(*), coalesce(sum(size), 0) FROM blob_chunk WHERE blob_id = ?", id);
            if (kept == null || kept.size() != size) {
                throw new SQLException("blob " + id + " has no end at " + size);
            }
            execute(connection, "UPDATE blob SET size = ? WHERE id = ?", size, id);
            return (int) kept.id();
        });
        return java.util.Objects.requireNonNull(chunks);
    }

    void append(long id, int firstNumber, List<BlobChunk> chunks) throws IOException {
        call(connection -> {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY blob_chunk (blob_id, n, size, zstd, data) FROM STDIN (FORMAT binary)");
            try {
                copy.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
                long rawSize = 0;
                int number = firstNumber;
                for (BlobChunk chunk : chunks) {
                    byte[] front = tuple(id, number++, chunk);
                    copy.writeToCopy(front, 0, front.length);
                    copy.writeToCopy(chunk.data(), 0, chunk.data().length);
                    rawSize += chunk.size();
                }
                copy.writeToCopy(new byte[] {-1, -1}, 0, 2);
                copy.endCopy();
                // a writer that stalled must not add to what was sealed meanwhile
                if (execute(connection, "UPDATE blob SET size = size + ? WHERE id = ? AND sha256 IS NULL", rawSize, id)
                        == 0) {
                    throw new SQLException("blob " + id + " is not open for writing");
                }
                return true;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /** Gives the content its name; false when somebody else already stored the same. */
    boolean seal(long id, byte[] sha256) throws IOException {
        return Boolean.TRUE.equals(call(connection -> {
            try {
                execute(
                        connection,
                        "UPDATE blob SET sha256 = ?, used_at = clock_timestamp(), stored_size = (SELECT"
                                + " coalesce(sum(length(data)), 0) FROM blob_chunk WHERE blob_id = blob.id)"
                                + " WHERE id = ?",
                        sha256,
                        id);
                return true;
            } catch (SQLException e) {
                if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    connection.rollback();
                    return false;
                }
                throw e;
            }
        }));
    }

    byte @Nullable [] sealed(long id) throws IOException {
        return call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT sha256 FROM blob WHERE id = ?")) {
                statement.setLong(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? rows.getBytes(1) : null;
                }
            }
        });
    }

    /** Whether the content is there, sealed or not. */
    boolean isThere(long id) throws IOException {
        return call(connection -> query(connection, "SELECT id, size FROM blob WHERE id = ?", id)) != null;
    }

    void drop(long id) throws IOException {
        call(connection -> execute(connection, "DELETE FROM blob WHERE id = ? AND sha256 IS NULL", id));
    }

    /** The chunks from the given one on, at most so many; fewer at the end. */
    List<BlobChunk> read(long id, int from, int count) throws IOException {
        return call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT size, zstd, data FROM blob_chunk WHERE blob_id = ? AND n >= ? AND n < ? ORDER BY n")) {
                statement.setLong(1, id);
                statement.setInt(2, from);
                statement.setInt(3, from + count);
                List<BlobChunk> chunks = new ArrayList<>(count);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        chunks.add(new BlobChunk(rows.getInt(1), rows.getBoolean(2), rows.getBytes(3)));
                    }
                }
                return chunks;
            }
        });
    }

    private static byte[] tuple(long id, int number, BlobChunk chunk) {
        return ByteBuffer.allocate(2 + 12 + 8 + 8 + 5 + 4)
                .putShort((short) 5)
                .putInt(8)
                .putLong(id)
                .putInt(4)
                .putInt(number)
                .putInt(4)
                .putInt(chunk.size())
                .putInt(1)
                .put((byte) (chunk.zstd() ? 1 : 0))
                .putInt(chunk.data().length)
                .array();
    }

    private static @Nullable Row query(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new Row(rows.getLong(1), rows.getLong(2)) : null;
            }
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        @Nullable T with(Connection connection) throws SQLException;
    }

    private <T> @Nullable T call(Work<T> work) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException("The database did not take or give stored content: " + e.getMessage(), e);
        }
    }
}
