package ru.freesport.console.customers.sync;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.customers.conflicts.ConflictIntake;
import ru.freesport.console.customers.conflicts.Policies;
import tools.jackson.databind.json.JsonMapper;

/** Opens the intake of counterparties on a connection, whose transaction is the caller's. */
@Component
public class CounterpartyIntakes {

    private final ConflictIntake conflicts;
    private final Policies policies;
    private final CurrentUser user;
    private final JsonMapper json;

    CounterpartyIntakes(ConflictIntake conflicts, Policies policies, CurrentUser user, JsonMapper json) {
        this.conflicts = conflicts;
        this.policies = policies;
        this.user = user;
        this.json = json;
    }

    /** @param source what is read, for the history of values: {@code run:17} */
    public CounterpartyIntake on(Connection connection, @Nullable String source) {
        JdbcClient over = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new CounterpartyIntake(connection, conflicts.over(over), policies.inForce(), user.actor(), json, source);
    }
}
