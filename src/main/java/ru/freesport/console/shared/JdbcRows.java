package ru.freesport.console.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** Every row of a query, read through a cursor: memory does not grow with the result. */
public record JdbcRows<T>(DataSource dataSource, String sql, Map<String, ?> parameters, RowMapper<T> mapper) {

    private static final int FETCHED_AT_ONCE = 500;

    public void forEach(Consumer<T> consumer) {
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
        MapSqlParameterSource source = new MapSqlParameterSource(parameters);
        String positional = NamedParameterUtils.substituteNamedParameters(parsed, source);
        Object[] values = NamedParameterUtils.buildValueArray(parsed, source, null);
        try (Connection connection = dataSource.getConnection()) {
            // a cursor needs a transaction
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(positional)) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                for (int at = 0; at < values.length; at++) {
                    StatementCreatorUtils.setParameterValue(statement, at + 1, SqlTypeValue.TYPE_UNKNOWN, values[at]);
                }
                read(statement, consumer);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The rows of a query could not be read", e);
        }
    }

    private void read(PreparedStatement statement, Consumer<T> consumer) throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            for (int row = 0; results.next(); row++) {
                consumer.accept(mapper.mapRow(results, row));
            }
        }
    }
}
