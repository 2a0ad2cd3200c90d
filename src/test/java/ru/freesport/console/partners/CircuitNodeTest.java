package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.partners.CircuitNode.Pass;
import ru.freesport.console.shared.ChannelListener;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class CircuitNodeTest {

    private static final CallFailure GONE = new CallFailure(CallError.SYSTEM_UNAVAILABLE, false, "gone");

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ChannelListener listener;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private AuditLog audit;

    private SomeCircuits some;
    private SomeCircuits.SomeNode node;

    @BeforeEach
    void begin() {
        some = new SomeCircuits(database, transactions, listener, currentUser, audit);
        node = some.node();
    }

    @Test
    void aReadingThatComesLateDoesNotPutAnOlderStateOverANewerOne() {
        CircuitTable.Reading before = new CircuitTable(database, transactions)
                .all().stream()
                        .filter(reading -> reading.circuit().name().equals(some.name))
                        .findFirst()
                        .orElseThrow();
        trip();
        some.events.clear();
        node.node().mirror(before);
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.OPEN);
        assertThat(some.events).isEmpty();
    }

    @Test
    void aCallFromBeforeThatFailsWhileAProbeIsOutDoesNotOpenTheCircuitAgain() {
        Pass old = node.node().admit(some.name);
        trip();
        node.node().decided(some.name, CircuitTable.Wish.of(TransitionCause.OPERATOR, null), CircuitRules::dueNow);
        assertThat(node.node().admit(some.name)).isEqualTo(Pass.PROBE);
        node.node().failed(some.name, old, 1, GONE);
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.HALF_OPEN);
        node.node().answered(some.name, old, 1);
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.HALF_OPEN);
        node.node().answered(some.name, Pass.PROBE, 1);
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aMistakeOfOurOwnIsNoProofThatTheOtherSideIsThere() {
        trip();
        node.node().decided(some.name, CircuitTable.Wish.of(TransitionCause.OPERATOR, null), CircuitRules::dueNow);
        node.calls().call(PartnerCall.reading(some.name, "GET /ping"), _ -> {
            throw new IllegalArgumentException("no address");
        });
        assertThat(node.node().copy(some.name).state()).isNotEqualTo(CircuitState.CLOSED);
    }

    @Test
    void whenTheCircuitOpensBetweenTwoTriesTheOutcomeSaysWhatReallyFailed() {
        for (int failure = 0; failure < 4; failure++) {
            node.node().failed(some.name, Pass.FREE, 1, GONE);
        }
        CallOutcome<Object> outcome = node.calls().call(PartnerCall.writing(some.name, "POST /things", "key-1"), _ -> {
            throw new SocketTimeoutException("no answer in time");
        });
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.OPEN);
        assertThat(outcome).isInstanceOfSatisfying(CallOutcome.Unknown.class, unknown -> {
            assertThat(unknown.error()).isEqualTo(CallError.CONNECTION_TIMEOUT);
            assertThat(unknown.text()).isEqualTo("no answer in time");
        });
    }

    @Test
    void whatAnOpenCircuitKeepsBackIsToldByItsChangeAndNotByEveryCall() {
        trip();
        some.events.clear();
        node.calls().call(PartnerCall.reading(some.name, "GET /things"), _ -> "never");
        assertThat(some.events).isEmpty();
    }

    @Test
    void somebodyWhoIsToldAndBreaksDoesNotTurnAnAnswerIntoAFailure() {
        node.node().failed(some.name, Pass.FREE, 1, GONE);
        SomeCircuits broken = new SomeCircuits(database, transactions, listener, currentUser, audit);
        broken.breaksWhenTold();
        SomeCircuits.SomeNode other = broken.node();
        for (int call = 0; call < 2; call++) {
            assertThat(other.calls().call(PartnerCall.reading(broken.name, "GET /things"), _ -> {
                        throw new ConnectException("gone");
                    }))
                    .isInstanceOf(CallOutcome.Unavailable.class);
        }
        assertThat(other.node().copy(broken.name).state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void anOverrideNeedsAReasonAndAnEndWithinADay() {
        assertThatThrownBy(() -> node.circuits().open(some.name, " ", Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.circuits().open(some.name, "reason", Duration.ofHours(25)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.circuits().close(some.name, "reason", Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void nothingOfACircuitHangsOnANodesOwnClock() throws IOException {
        Path sources = Path.of("src/main/java/ru/freesport/console/partners");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("Circuit")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("Instant.now(", "currentTimeMillis", "java.time.Clock"));
        }
    }

    @Test
    void theCardSaysHowTheLastCallFailedUntilOneSucceeds() {
        node.calls().call(PartnerCall.reading(some.name, "GET /things"), _ -> {
            throw new CallFailure(CallError.AUTHENTICATION_FAILED, false, "HTTP 401");
        });
        assertThat(card().lastFailure().orElseThrow().error()).isEqualTo(CallError.AUTHENTICATION_FAILED);
        assertThat(card().circuit().failures()).isZero();
        node.calls().call(PartnerCall.reading(some.name, "GET /things"), _ -> "answer");
        assertThat(card().lastFailure()).isEmpty();
    }

    private CircuitCard card() {
        return await().until(
                        () -> node.circuits().cards().stream()
                                .filter(card -> card.circuit().name().equals(some.name))
                                .findFirst()
                                .orElse(null),
                        java.util.Objects::nonNull);
    }

    private void trip() {
        for (int failure = 0; failure < 5; failure++) {
            node.node().failed(some.name, Pass.FREE, 1, GONE);
        }
        assertThat(node.node().copy(some.name).state()).isEqualTo(CircuitState.OPEN);
    }
}
