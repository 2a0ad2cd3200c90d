package ru.freesport.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class AuditLogTest {

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final String subject = "thing:" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"})
    void whatIsWrittenStays(String attempt) {
        audit.record(Actor.system(), "test.done", subject, null, null, null);
        assertThatThrownBy(() -> database.sql(attempt).update()).hasStackTraceContaining("append-only");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void anActThatIsRolledBackWasNotDone() {
        transaction.executeWithoutResult(status -> {
            audit.record(Actor.system(), "test.done", subject, null, null, null);
            status.setRollbackOnly();
        });
        assertThat(entries()).isZero();
    }

    @Test
    @WithMockUser(roles = "ADMIN")
    void theTrailShowsTheNewestFirstAndTakesTextLiterally() {
        audit.record(Actor.person("ivan"), "test.changed", subject, "1", "2", "100%_sure");
        audit.record(Actor.commandLine(), "test.removed", subject, "2", null, "cleaning");

        assertThat(trail.find(subject, 10, 0))
                .extracting(AuditEntry::action)
                .containsExactly("test.removed", "test.changed");
        assertThat(trail.find(subject, 1, 1)).extracting(AuditEntry::from).containsExactly("1");
        assertThat(trail.find("100%_SURE", 10, 0))
                .extracting(AuditEntry::subject)
                .contains(subject);
        assertThat(trail.find("100_%sure", 10, 0)).isEmpty();
    }

    @Test
    @WithMockUser(roles = {"OPERATIONS", "MANAGER", "SUPPORT", "FINANCE", "VIEWER"})
    void onlyAdministratorsReadIt() {
        assertThatThrownBy(() -> trail.find("", 1, 0)).isInstanceOf(AuthorizationDeniedException.class);
    }

    private long entries() {
        return database.sql("SELECT count(*) FROM audit_entry WHERE subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }
}
