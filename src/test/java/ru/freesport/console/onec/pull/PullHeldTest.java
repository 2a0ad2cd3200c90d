package ru.freesport.console.onec.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.SomeLimits;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.HeldPacket;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.HoldOutcome;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Translations;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

/** A packet that was held has not been taken: nothing is remembered of it until a person lets it pass. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class PullHeldTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private SomePull some;

    @Autowired
    private Runs runs;

    @Autowired
    private HeldPackets held;

    @Autowired
    private JdbcClient database;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private Simulators lab;

    @BeforeEach
    void begin() {
        some.forget();
        lab = Simulators.start(
                SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)),
                exchange -> asked.add(exchange.pathAndQuery()));
        assertThat(pulled(ExchangeFlow.CATALOG).state()).isEqualTo(RunState.COMPLETED);
        assertThat(pulled(ExchangeFlow.PRICES).state()).isEqualTo(RunState.COMPLETED);
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
    }

    @AfterEach
    void stop() {
        SomeLimits.set(database, SomeLimits.NONE);
        lab.close();
    }

    @Test
    void aHeldPacketIsAskedForAgainUntilItIsApproved() {
        lab.onec().act("FS-0002-M", "price:5000");
        RunView first = pulled();
        String since = since();
        assertThat(first.state()).isEqualTo(RunState.HELD);
        RunView second = pulled();
        assertThat(since()).as("what was held is asked for again").isEqualTo(since);
        assertThat(second.state()).isEqualTo(RunState.HELD);
        assertThat(held.approve(first.id(), "new price list"))
                .isInstanceOfSatisfying(
                        HoldOutcome.Approved.class,
                        approved -> assertThat(
                                        runs.await(approved.runId(), SOON).state())
                                .isEqualTo(RunState.COMPLETED));
        pulled();
        assertThat(since()).as("what was approved is remembered").isGreaterThan(since);
    }

    @Test
    void peopleDecideAboutOnePacketWhichStaysTheSameUntilThereIsSomethingElseToSee() {
        lab.onec().act("FS-0002-M", "price:5001");
        RunView first = pulled();
        RunView same = pulled();
        lab.onec().act("FS-0004-M", "price:9001");
        RunView more = pulled();
        assertThat(state(first))
                .as("the first one waits on, the same once more does not")
                .isEqualTo(RunState.HELD);
        assertThat(state(same)).isEqualTo(RunState.CANCELLED);
        assertThat(state(more)).isEqualTo(RunState.HELD);
        pulled();
        assertThat(state(first)).as("there is more to see now").isEqualTo(RunState.CANCELLED);
        assertThat(state(more)).isEqualTo(RunState.HELD);
        HeldPacket.Decision decision = held.of(first.id()).orElseThrow().decision();
        assertThat(decision.actor()).isEqualTo(Actor.system());
        assertThat(decision.reason())
                .isEqualTo(Translations.of(Translations.RUSSIAN).text("onec.pull.superseded"));
    }

    @Test
    void what1cCorrectsItselfPassesAndNobodyNeedsToDecideAboutTheOldPacketAnyMore() {
        lab.onec().act("FS-0002-M", "price:5002");
        RunView wrong = pulled();
        assertThat(wrong.state()).isEqualTo(RunState.HELD);
        lab.onec().act("FS-0002-M", "price:980");
        assertThat(pulled().state()).isEqualTo(RunState.COMPLETED);
        pulled();
        assertThat(state(wrong)).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void aRefusedPacketWasNotTaken() {
        lab.onec().act("FS-0002-M", "price:5003");
        RunView wrong = pulled();
        String since = since();
        held.refuse(wrong.id(), "a mistake in 1C");
        assertThat(pulled().state()).isEqualTo(RunState.HELD);
        assertThat(since()).isEqualTo(since);
    }

    /** Pulls prices a little later and waits for the import. */
    private RunView pulled() {
        some.later(Duration.ofSeconds(2));
        return pulled(ExchangeFlow.PRICES);
    }

    private RunView pulled(ExchangeFlow flow) {
        RunView pull = some.run(some.task(flow, "http://localhost:" + lab.httpPort() + "/onec", lab.ftpPort()));
        return database.sql("SELECT id FROM job_run WHERE previous_run_id = ? AND task = 'onec.catalog-import'")
                .param(pull.id())
                .query(Long.class)
                .optional()
                .map(run -> runs.await(run, SOON))
                .orElse(pull);
    }

    private RunState state(RunView run) {
        return runs.find(run.id()).orElseThrow().state();
    }

    private String since() {
        return asked.getLast().replaceAll(".*since=([^&]*).*", "$1");
    }
}
