package ru.freesport.console.onec.outgoing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerMessages;

/** The call or the file with which 1C was told of a customer last, found in the journal by its key. */
@Component
class MessagesOfCustomer implements CustomerMessages {

    private final JdbcClient database;

    MessagesOfCustomer(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> address(Customer customer) {
        return database.sql("""
                        SELECT batch FROM outgoing_record WHERE kind = 'CUSTOMER' AND key IN (:own, :theirs)
                            AND batch IS NOT NULL ORDER BY changed_at DESC LIMIT 1""")
                .param("own", customer.id().toString())
                .param("theirs", customer.onecId())
                .query(String.class)
                .optional()
                .map(batch -> "messages?q=" + batch);
    }
}
