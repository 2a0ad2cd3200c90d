package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.partners.CallOutcome.Rejected;
import ru.freesport.console.partners.CallOutcome.Succeeded;
import ru.freesport.console.partners.CallOutcome.Unavailable;
import ru.freesport.console.partners.CallOutcome.Unknown;
import ru.freesport.console.shared.ChannelListener;
import ru.freesport.console.shared.Correlation;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class PartnerCallsTest {

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

    @Autowired
    private CallJournal journal;

    private SomeCircuits some;
    private SomeCircuits.SomeNode node;
    private SomePartner partner;

    @BeforeEach
    void begin() throws IOException {
        some = new SomeCircuits(database, transactions, listener, currentUser, audit);
        node = some.node();
        partner = new SomePartner();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void anAnswerIsHandedOnAndJournalledOnce() {
        CallOutcome<Map<?, ?>> outcome = read(node);
        assertThat(outcome).isInstanceOf(Succeeded.class);
        CallEntry entry = journal.find(outcome.callId()).orElseThrow();
        assertThat(entry.result()).isEqualTo(CallResult.SUCCEEDED);
        assertThat(entry.actor().name()).isEqualTo("olga");
        assertThat(journal.page(of(some.name), 0, 10)).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION_FAILED, RENEW_CREDENTIALS",
        "403, AUTHENTICATION_FAILED, RENEW_CREDENTIALS",
        "400, DATA_FORMAT_ERROR, ASK_DEVELOPER",
        "409, BUSINESS_LOGIC_ERROR, DECIDE_BY_HAND",
        "422, BUSINESS_LOGIC_ERROR, DECIDE_BY_HAND"
    })
    void aRefusalIsRejectedOnceAndNeverOpensTheCircuit(int status, CallError error, CallError.Recovery recovery) {
        partner.answers(status, "{\"error\":\"no\"}");
        for (int call = 0; call < 6; call++) {
            assertThat(write(node, "key-1"))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.error()).isEqualTo(error));
        }
        assertThat(error.recovery()).isEqualTo(recovery);
        assertThat(partner.keys).hasSize(6);
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void anAnswerNobodyCanReadDoesNotOpenTheCircuitButLeavesDoubtWhereItWrote() {
        partner.answers(200, "{\"ok\":tr");
        for (int call = 0; call < 6; call++) {
            assertThat(read(node)).isInstanceOf(Rejected.class);
            assertThat(write(node, "key-1"))
                    .isInstanceOfSatisfying(
                            Unknown.class,
                            unknown -> assertThat(unknown.error()).isEqualTo(CallError.DATA_FORMAT_ERROR));
        }
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aRefusedConnectionIsUnavailableAndFiveOfThemOpenTheCircuit() {
        partner.close();
        assertThat(write(node, "key-1")).isInstanceOf(Unavailable.class);
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
        assertThat(write(node, "key-2")).isInstanceOf(Unavailable.class);
        assertThat(state()).isEqualTo(CircuitState.OPEN);
        assertThat(some.events).hasAtLeastOneElementOfType(CircuitChanged.class);
        assertThat(some.events.stream().filter(CallFailed.class::isInstance)).hasSize(2);
    }

    @Test
    void whileItIsOpenNothingIsSentAndTheJournalSaysSo() {
        partner.close();
        write(node, "key-1");
        write(node, "key-2");
        CallOutcome<Map<?, ?>> diverted = write(node, "key-3");
        assertThat(diverted).isInstanceOf(Unavailable.class);
        assertThat(journal.find(diverted.callId()).orElseThrow().result()).isEqualTo(CallResult.NOT_SENT);
    }

    @Test
    void aLostAnswerOfAWritingCallIsUnknownAndEveryTryHasTheSameKey() {
        partner.isSilent();
        assertThat(write(node, "key-1"))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.error()).isEqualTo(CallError.CONNECTION_TIMEOUT));
        assertThat(partner.keys).containsExactly("key-1", "key-1", "key-1");
    }

    @Test
    void aLostAnswerOfAReadingCallIsOnlyUnavailable() {
        partner.isSilent();
        assertThat(read(node)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aWritingCallWithoutAKeyIsTriedOnce() {
        partner.answers(500, "{}");
        PartnerCall call = new PartnerCall(some.name, "POST /things", null, false, null);
        assertThat(node.calls().call(call, this::posted)).isInstanceOf(Unknown.class);
        assertThat(partner.keys).hasSize(1);
    }

    @Test
    void aRepeatMayHealTheCall() {
        partner.answers(503, "{}");
        CallOutcome<Map<?, ?>> outcome = node.calls()
                .call(PartnerCall.writing(some.name, "POST /things", "key-1"), attempt -> {
                    if (attempt.number() == 2) {
                        partner.answers(200, "{\"ok\":true}");
                    }
                    return posted(attempt);
                });
        assertThat(outcome).isInstanceOf(Succeeded.class);
        assertThat(node.node().copy(some.name).failures()).isZero();
    }

    @Test
    void aTripOnOneNodeHoldsOnTheOther() {
        SomeCircuits.SomeNode other = some.node();
        partner.close();
        write(node, "key-1");
        write(node, "key-2");
        await().atMost(Duration.ofSeconds(2))
                .until(() -> other.node().copy(some.name).state() == CircuitState.OPEN);
        assertThat(journal.find(write(other, "key-3").callId()).orElseThrow().result())
                .isEqualTo(CallResult.NOT_SENT);
    }

    @Test
    void failuresAreCountedOverAllNodes() {
        SomeCircuits.SomeNode other = some.node();
        partner.close();
        write(node, "key-1");
        write(other, "key-2");
        assertThat(state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void anOverrideOnOneNodeHoldsOnTheOtherWithinTwoSecondsAndEndsByItself() {
        SomeCircuits.SomeNode other = some.node();
        other.keeper().start();
        node.circuits().open(some.name, "1C is being updated", Duration.ofMillis(1_500));
        await().atMost(Duration.ofSeconds(2))
                .until(() -> other.node().copy(some.name).state() == CircuitState.FORCED_OPEN);
        assertThat(write(other, "key-1")).isInstanceOf(Unavailable.class);
        assertThat(partner.keys).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> other.node().copy(some.name).override() == null);
        assertThat(write(other, "key-1")).isInstanceOf(Succeeded.class);
        other.keeper().stop();
        assertThat(node.circuits().history(some.name, 10))
                .extracting(CircuitTransition::cause)
                .contains(TransitionCause.OPERATOR, TransitionCause.OVERRIDE_ENDED, TransitionCause.PROBE_SUCCEEDED);
    }

    @Test
    void aRestartWhileOpenKeepsTheEnd() {
        partner.close();
        write(node, "key-1");
        write(node, "key-2");
        Circuit open = node.node().copy(some.name);
        assertThat(some.node().node().copy(some.name).openUntil()).isEqualTo(open.openUntil());
    }

    @Test
    void afterItsTimeOneProbeOfAllNodesGoesAndClosesIt() {
        partner.close();
        write(node, "key-1");
        write(node, "key-2");
        List<SomeCircuits.SomeNode> nodes =
                IntStream.range(0, 4).mapToObj(_ -> some.node()).toList();
        await().atMost(Duration.ofSeconds(3)).until(() -> isDue());
        List<CircuitNode.Pass> passes =
                nodes.stream()
                        .map(one ->
                                CompletableFuture.supplyAsync(() -> one.node().admit(some.name)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(passes)
                .containsOnly(CircuitNode.Pass.NONE, CircuitNode.Pass.PROBE)
                .containsOnlyOnce(CircuitNode.Pass.PROBE);
        nodes.getFirst().node().answered(some.name, CircuitNode.Pass.PROBE, 1);
        assertThat(state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void theIdOfTheClickIsInThePartnersHeaderAndInTheJournal() {
        try (Correlation click = Correlation.named(Correlation.fresh())) {
            long call = write(node, "key-1").callId();

            assertThat(partner.correlations).containsExactly(click.id());
            assertThat(journal.find(call).orElseThrow().correlationId()).isEqualTo(click.id());
            assertThat(journal.together(click.id(), 10))
                    .extracting(CallEntry::id)
                    .containsExactly(call);
        }
    }

    @Test
    void aCallInsideATransactionIsAMistake() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(_ -> read(node)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsJournalledHoldsNoSecretAndNoPerson() {
        partner.answers(422, "{\"error\":\"phone +7 916 123-45-67 of Zvonarev@example.org\",\"token\":\"tok-777\"}");
        CallOutcome<String> outcome = node.calls()
                .call(
                        PartnerCall.writing(some.name, "POST /people", "key-1"),
                        _ -> client().post()
                                .uri("/people?sessid=sess-777")
                                .header("X-Api-Key", "api-777")
                                .header("Idempotency-Key", "key-1")
                                .body(Map.of(
                                        "email",
                                        "Zvonarev@example.org",
                                        "lastName",
                                        "Звонарёв",
                                        "password",
                                        "pass-777"))
                                .retrieve()
                                .body(String.class));
        CallTraffic traffic = journal.traffic(outcome.callId()).orElseThrow();
        String stored = traffic + journal.find(outcome.callId()).orElseThrow().toString();
        assertThat(stored)
                .doesNotContain("777", "Zvonarev", "Звонарёв", "123-45-67", "basic-secret")
                .contains("POST", "Idempotency-Key: key-1");
    }

    private boolean isDue() {
        return !node.node().copy(some.name).openUntil().isAfter(new CircuitTable(database, transactions).now());
    }

    private CircuitState state() {
        return node.circuits().find(some.name).orElseThrow().state();
    }

    private static CallFilter of(String circuit) {
        return new CallFilter(circuit, null, null, null, null);
    }

    private CallOutcome<Map<?, ?>> read(SomeCircuits.SomeNode by) {
        return by.calls()
                .call(
                        PartnerCall.reading(some.name, "GET /things"),
                        _ -> client().get().uri("/things").retrieve().body(Map.class));
    }

    private CallOutcome<Map<?, ?>> write(SomeCircuits.SomeNode by, String key) {
        return by.calls().call(PartnerCall.writing(some.name, "POST /things", key), this::posted);
    }

    private Map<?, ?> posted(CallAttempt attempt) {
        return client().post()
                .uri("/things")
                .header("Idempotency-Key", attempt.idempotencyKey().orElse("none"))
                .body(Map.of("thing", 1))
                .retrieve()
                .body(Map.class);
    }

    private RestClient client() {
        return node.http().client(new PartnerEndpoint(some.name, partner.address(), (request, body, next) -> {
            request.getHeaders().setBasicAuth("user", "basic-secret");
            return next.execute(request, body);
        }));
    }
}
