package ru.freesport.console.onec.exchange;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.Masking;

/** The flight recorder: every call of 1C and how it was answered, without cookies, passwords and sessids. */
@Component
class ExchangeCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeCalls.class);
    private static final int LONGEST = 500;

    private final JdbcClient database;

    ExchangeCalls(JdbcClient database) {
        this.database = database;
    }

    void record(
            @Nullable ExchangeSession session,
            @Nullable String account,
            String address,
            ExchangeQuery query,
            ExchangeReply reply,
            long millis) {
        // the explanation of a failure is what people will look for; other further lines may be secrets
        String text = reply.isFailure() ? reply.text() : reply.lines().getFirst();
        try {
            database.sql("""
                            INSERT INTO exchange_call
                                (session_id, account, address, type, mode, file_name, bytes, status, reply, note, millis)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            session == null ? null : session.id(),
                            session == null ? account : session.account(),
                            address,
                            shortened(query.type()),
                            shortened(query.mode()),
                            shortened(query.filename()),
                            reply.bytes(),
                            reply.status(),
                            shortened(text),
                            reply.note(),
                            millis)
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("A call of 1C could not be recorded: {} {}", query.type(), query.mode(), e);
        }
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String storable = Masking.text(text.replace("\0", ""));
        return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
    }
}
