package ru.freesport.console.onec.outgoing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.MessageHold;

/** A file that is not done with needs its bytes, however old it is. */
@Component
class OutgoingHolds implements MessageHold {

    private final JdbcClient database;

    OutgoingHolds(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Long> held(Collection<Long> messageIds) {
        return new HashSet<>(database.sql("""
                        SELECT f.message_id FROM outgoing_file f WHERE f.message_id IN (:ids)
                            AND (f.state IN ('WAITING', 'UPLOADED', 'WITHDRAWING') OR EXISTS (
                                SELECT 1 FROM outgoing_record r WHERE r.file_id = f.id AND r.state IN %s))
                        """.formatted(OutgoingTable.OWED))
                .param("ids", messageIds)
                .query(Long.class)
                .list());
    }
}
