package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.FindingKind;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.SomeLimits;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** What goes over a limit waits for a person, and until then nothing of it is in force. */
@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class PacketGuardTest {

    private static final String WHOLESALE1 = "90d2c899-b3f2-11ea-81c3-00155d3cae02";
    private static final String WHOLESALE2 = "a91bdb02-b3f2-11ea-81c3-00155d3cae02";
    private static final String RECOMMENDED = "3d1482c4-bd77-11e4-afc8-20cf3073dde3";

    @TempDir
    private Path folder;

    @Autowired
    private LocalFiles files;

    @Autowired
    private PacketImport imports;

    @Autowired
    private Packets packets;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    @Autowired
    private HeldPackets held;

    @Autowired
    private Findings findings;

    @Autowired
    private JdbcClient database;

    private String mark;
    private String store;
    private String other;

    @BeforeEach
    void choose() {
        mark = SomeExport.mark();
        store = mark + "-store";
        other = mark + "-other";
    }

    @AfterEach
    void takeTheLimitsAway() {
        SomeLimits.set(database, SomeLimits.NONE);
    }

    @Test
    void exactlyTheLimitIsHeldAndAHairLessIsNot() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        assertThat(take(price("1099.99")).state()).isEqualTo(RunState.COMPLETED);
        assertThat(price()).isEqualByComparingTo("1099.99");
        RunView risen = take(price("1209.99"));
        assertThat(risen.state()).as("10,0000 %% of 1099.99 is 109.999").isEqualTo(RunState.HELD);
        assertThat(price()).isEqualByComparingTo("1099.99");
    }

    @Test
    void aFallCountsLikeARise() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        assertThat(take(price("900.01")).state()).isEqualTo(RunState.COMPLETED);
        priced("1000");
        RunView fallen = take(price("900"));
        assertThat(fallen.state()).isEqualTo(RunState.HELD);
        assertThat(page(fallen)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.PRICE_JUMP);
            assertThat(found.was()).isEqualByComparingTo("1000");
            assertThat(found.became()).isEqualByComparingTo("900");
            assertThat(found.change()).isEqualByComparingTo("-10");
            assertThat(found.levels()).containsExactly(PriceLevel.RETAIL, PriceLevel.RECOMMENDED);
            assertThat(found.name()).isEqualTo("Мяч красный");
        });
    }

    @Test
    void manySmallStepsInOnePacketAreOneJump() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(SomeExport.ofChanges(mark)
                .price("ball#red", RECOMMENDED, "1060", "руб")
                .price("ball#red", RECOMMENDED, "1120", "руб"));
        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(take(SomeExport.ofChanges(mark)
                                .price("ball#red", RECOMMENDED, "5000", "руб")
                                .price("ball#red", RECOMMENDED, "1000", "руб"))
                        .state())
                .as("what counts is the price it ends with")
                .isEqualTo(RunState.COMPLETED);
    }

    @Test
    void anotherCurrencyIsAJumpHoweverTheNumbersCompare() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(SomeExport.ofChanges(mark).price("ball#red", RECOMMENDED, "1001", "USD"));
        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(page(run))
                .singleElement()
                .satisfies(found -> assertThat(found.change()).isNull());
    }

    @Test
    void aHeldPacketWritesNothingAtAll() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        Map<String, String> before = CatalogueChecksums.of(database);
        RunView run = take(SomeExport.full(mark)
                .group("balls", "Мячи")
                .storage(other, "Новый склад")
                .property("colour", "Цвет " + mark, "red", "Красный")
                .good("ball", "Мяч переименованный")
                .good("new", "Новый")
                .offer("ball#red", "Мяч красный, новое имя")
                .offer("orphan#x", "Сирота")
                .price("ball#red", RECOMMENDED, "1100", "руб")
                .rest("ball#red", other, "3"));
        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(CatalogueChecksums.of(database)).isEqualTo(before);
        assertThat(counts.of(run.id()).get("prices").changed())
                .as("but it says what it would have done")
                .isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM run_count WHERE run_id = ?")
                        .param(run.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnchangedPacketIsNeverHeldAndNewGoodsAreComparedWithNothing() throws Exception {
        SomeLimits.set(database, SomeLimits.ofPrices("0.01"));
        SomeExport export = SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .price("ball#red", RECOMMENDED, "1000", "руб");
        assertThat(take(export).state()).isEqualTo(RunState.COMPLETED);
        assertThat(take(export).state()).isEqualTo(RunState.COMPLETED);
        assertThat(price()).isEqualByComparingTo("1000");
    }

    @Test
    void aPriceOfNothingIsNoPriceInForce() throws Exception {
        priced("0");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        assertThat(take(price("1000")).state()).isEqualTo(RunState.COMPLETED);
        assertThat(take(price("0")).state()).isEqualTo(RunState.HELD);
    }

    @Test
    void whatSellsOutIsCountedByVariantNotByWarehouse() throws Exception {
        take(SomeExport.ofChanges(mark)
                .storage(store, "Склад")
                .storage(other, "Другой")
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .offer("ball#blue", "Мяч синий")
                .rest("ball#red", store, "5")
                .rest("ball#blue", store, "7"));
        SomeLimits.set(database, SomeLimits.ofStock("0.0001", 2));
        assertThat(take(SomeExport.ofChanges(mark).rest("ball#red", store, "0").rest("ball#red", other, "5"))
                        .state())
                .as("moved to another warehouse")
                .isEqualTo(RunState.COMPLETED);
        assertThat(take(SomeExport.ofChanges(mark).rest("ball#red", other, "0")).state())
                .as("one is no catastrophe")
                .isEqualTo(RunState.COMPLETED);
        take(SomeExport.ofChanges(mark).rest("ball#red", other, "1"));
        RunView both =
                take(SomeExport.ofChanges(mark).rest("ball#red", other, "0").rest("ball#blue", store, "0"));
        assertThat(both.state()).isEqualTo(RunState.HELD);
        assertThat(findings.counted(both.id()).found(FindingKind.STOCK_ZEROED)).isEqualTo(2);
        SomeLimits.set(database, SomeLimits.ofStock("100", 2));
        assertThat(take(SomeExport.ofChanges(mark).rest("ball#red", other, "0").rest("ball#blue", store, "0"))
                        .state())
                .as("not all of the shop")
                .isEqualTo(RunState.COMPLETED);
    }

    @Test
    void stockThatAFullPacketDoesNotNameSellsOutToo() throws Exception {
        take(SomeExport.ofChanges(mark)
                .storage(store, "Склад")
                .good("ball", "Мяч")
                .good("rope", "Скакалка")
                .rest("ball", store, "5")
                .rest("rope", store, "7"));
        SomeLimits.set(database, SomeLimits.ofStock("0.0001", 1));
        RunView run = take(SomeExport.full(mark).rest("ball", store, "5"));
        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(page(run))
                .extracting(Finding::onecId)
                .contains(mark + "-rope")
                .doesNotContain(mark + "-ball");
        assertThat(runs.events(run.id())).noneMatch(event -> event.message().equals("onec.event.absent.rests"));
    }

    @Test
    void deletionMarksAndAbsenceBothHide() throws Exception {
        take(SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .good("rope", "Скакалка")
                .offer("ball#red", "Мяч красный"));
        SomeLimits.set(database, SomeLimits.ofGoods("0.0001", 2));
        String marked = "<ПометкаУдаления>true</ПометкаУдаления>";
        assertThat(take(SomeExport.ofChanges(mark).good("rope", "Скакалка", marked))
                        .state())
                .isEqualTo(RunState.COMPLETED);
        take(SomeExport.ofChanges(mark).good("rope", "Скакалка", "<ПометкаУдаления>false</ПометкаУдаления>"));
        RunView byMarks =
                take(SomeExport.ofChanges(mark).good("ball", "Мяч", marked).good("rope", "Скакалка", marked));
        assertThat(byMarks.state()).isEqualTo(RunState.HELD);
        assertThat(page(byMarks)).extracting(Finding::onecId).containsExactlyInAnyOrder(mark + "-ball", mark + "-rope");
        RunView byAbsence = take(SomeExport.full(mark).good("new", "Новый"));
        assertThat(byAbsence.state()).isEqualTo(RunState.HELD);
        assertThat(page(byAbsence)).extracting(Finding::onecId).contains(mark + "-ball", mark + "-rope");
        assertThat(isActive("ball")).isTrue();
    }

    @Test
    void aLadderThatBreaksIsHeldAndOneThatWasBrokenIsNot() throws Exception {
        take(SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .price("ball#red", WHOLESALE1, "100", "руб")
                .price("ball#red", RECOMMENDED, "200", "руб"));
        SomeLimits.set(database, SomeLimits.ofLadder());
        RunView equal = take(SomeExport.ofChanges(mark).price("ball#red", WHOLESALE1, "200", "руб"));
        assertThat(equal.state()).as("each is dearer than the one before it").isEqualTo(RunState.HELD);
        assertThat(page(equal)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.LADDER_BROKEN);
            assertThat(found.levels()).containsExactly(PriceLevel.RECOMMENDED);
            assertThat(found.below()).isEqualTo(PriceLevel.WHOLESALE1);
            assertThat(found.belowAmount()).isEqualByComparingTo("200");
        });
        assertThat(take(SomeExport.ofChanges(mark).price("ball#red", WHOLESALE2, "90", "руб"))
                        .state())
                .as("a new price takes its place on the ladder")
                .isEqualTo(RunState.HELD);
        SomeLimits.set(database, SomeLimits.NONE);
        take(SomeExport.ofChanges(mark).price("ball#red", WHOLESALE1, "300", "руб"));
        SomeLimits.set(database, SomeLimits.ofLadder());
        assertThat(take(SomeExport.ofChanges(mark).price("ball#red", WHOLESALE1, "301", "руб"))
                        .state())
                .as("it was broken before")
                .isEqualTo(RunState.COMPLETED);
        assertThat(take(SomeExport.ofChanges(mark)
                                .good("rope", "Скакалка")
                                .price("rope", WHOLESALE1, "300", "руб")
                                .price("rope", RECOMMENDED, "200", "руб"))
                        .state())
                .as("nobody relies on the prices of new goods yet")
                .isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aDryRunSaysThatARealOneWouldBeHeld() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"), true);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(findings.counted(run.id()).isOver()).isTrue();
        assertThat(page(run)).hasSize(1);
        assertThat(held.of(run.id())).isEmpty();
        assertThat(price()).isEqualByComparingTo("1000");
    }

    @Test
    void anApprovedPacketIsTakenAsItIsByARunOfItsOwn() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"));
        HoldOutcome outcome = held.approve(run.id(), "сезонная переоценка");
        RunView next = applied(outcome);
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(next.previousRunId()).isEqualTo(run.id());
        assertThat(next.actor()).isEqualTo(Actor.person("olga"));
        assertThat(price()).isEqualByComparingTo("2000");
        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.COMPLETED);
        HeldPacket packet = held.of(run.id()).orElseThrow();
        assertThat(packet.waits()).isFalse();
        assertThat(packet.decision()).isNotNull();
        assertThat(packet.decision().actor()).isEqualTo(Actor.person("olga"));
        assertThat(audited(run)).containsExactly("onec.packet.approved сезонная переоценка");
    }

    @Test
    void theSecondToDecideIsToldWhoWasFirst() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"));
        applied(held.approve(run.id(), "можно"));
        priced("3000");
        assertThat(held.approve(run.id(), "тоже можно"))
                .isInstanceOfSatisfying(
                        HoldOutcome.Decided.class,
                        decided ->
                                assertThat(decided.packet().decision().reason()).isEqualTo("можно"));
        assertThat(held.refuse(run.id(), "нельзя")).isInstanceOf(HoldOutcome.Decided.class);
        assertThat(price()).as("not taken again").isEqualByComparingTo("3000");
    }

    @Test
    void aRefusedPacketLeavesEverythingAsItWas() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"));
        assertThat(held.refuse(run.id(), "ошибка в 1С")).isInstanceOf(HoldOutcome.Refused.class);
        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        assertThat(price()).isEqualByComparingTo("1000");
        assertThat(held.waiting(100)).extracting(HeldPacket::runId).doesNotContain(run.id());
        assertThat(audited(run)).containsExactly("onec.packet.refused ошибка в 1С");
    }

    @Test
    void anApprovalIsForOneRunOnly() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"));
        RunView next = applied(held.approve(run.id(), "можно"));
        SomeLimits.set(database, SomeLimits.NONE);
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView again = runs.await(runs.rerun(next.id(), Actor.person("olga"), "ещё раз"), Duration.ofSeconds(30));
        assertThat(again.state()).isEqualTo(RunState.HELD);
        assertThat(price()).isEqualByComparingTo("1000");
    }

    @Test
    void anApprovalIsForThePacketThatWasSeenOnly() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"));
        long packet = held.of(run.id()).orElseThrow().packetId();
        long another = files.store(price("9000").into(folder), Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
        PacketFile replaced = packets.files(another).getFirst();
        database.sql("UPDATE packet_file SET sha256 = ?, size = ?, added_at = now() WHERE packet_id = ? AND path = ?")
                .params(replaced.sha256(), replaced.size(), packet, replaced.path())
                .update();
        RunView next = applied(held.approve(run.id(), "можно"));
        assertThat(next.state()).isEqualTo(RunState.HELD);
        assertThat(price()).isEqualByComparingTo("1000");
    }

    @Test
    void nobodyApprovesWhatTheyBroughtThemselves() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView run = take(price("2000"), Actor.person("olga"));
        assertThat(held.approve(run.id(), "мне можно")).isInstanceOf(HoldOutcome.OwnPacket.class);
        assertThat(price()).isEqualByComparingTo("1000");
        assertThat(held.refuse(run.id(), "ошиблась файлом")).isInstanceOf(HoldOutcome.Refused.class);
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void whoOnlyLooksDecidesNothing() {
        assertThatThrownBy(() -> held.approve(1, "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> held.refuse(1, "x")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatCameAfterAHeldPacketIsShownWithIt() throws Exception {
        priced("1000");
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
        RunView older = take(price("2000"));
        RunView newer = take(price("1010"));
        assertThat(newer.state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.events(newer.id())).anyMatch(event -> event.message().equals("onec.event.olderHeld"));
        assertThat(held.of(older.id()).orElseThrow().newer())
                .extracting(HeldPacket.Newer::runId)
                .contains(newer.id());
        held.refuse(older.id(), "устарел");
    }

    private void priced(String amount) throws Exception {
        SomeLimits.set(database, SomeLimits.NONE);
        take(SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .price("ball#red", RECOMMENDED, amount, "руб"));
        SomeLimits.set(database, SomeLimits.ofPrices("10"));
    }

    private SomeExport price(String amount) {
        return SomeExport.ofChanges(mark).price("ball#red", RECOMMENDED, amount, "руб");
    }

    private RunView take(SomeExport export) throws Exception {
        return take(export, false);
    }

    private RunView take(SomeExport export, boolean dry) throws Exception {
        return take(export, dry, Actor.commandLine());
    }

    private RunView take(SomeExport export, Actor actor) throws Exception {
        return take(export, false, actor);
    }

    private RunView take(SomeExport export, boolean dry, Actor actor) throws Exception {
        long packet = files.store(export.into(folder), Door.COMMAND_LINE, actor, (_, _) -> {});
        RunView run = runs.runHere(
                imports.wholePacket(
                        packet,
                        EnumSet.allOf(ImportKind.class),
                        RunTrigger.COMMAND_LINE,
                        actor,
                        dry,
                        null,
                        "guard " + mark),
                RunWatcher.NONE);
        assertThat(run.errorMessage()).isNull();
        return run;
    }

    private RunView applied(HoldOutcome outcome) {
        assertThat(outcome).isInstanceOf(HoldOutcome.Approved.class);
        return runs.await(((HoldOutcome.Approved) outcome).runId(), Duration.ofSeconds(30));
    }

    private List<Finding> page(RunView run) {
        return findings.page(FindingFilter.ofRun(run.id()), null, 1000);
    }

    private List<String> audited(RunView run) {
        return database.sql("SELECT action || ' ' || reason FROM audit_entry WHERE subject = ? ORDER BY id")
                .param("run:" + run.id())
                .query(String.class)
                .list();
    }

    private BigDecimal price() {
        return database.sql("""
                        SELECT p.amount FROM price p JOIN variant v ON v.id = p.variant_id
                        JOIN price_type t ON t.id = p.price_type_id WHERE v.onec_id = ? AND t.onec_id = ?""")
                .params(mark + "-ball#" + mark + "-red", RECOMMENDED)
                .query(BigDecimal.class)
                .single();
    }

    private boolean isActive(String id) {
        return database.sql("SELECT active FROM product WHERE onec_id = ?")
                .param(mark + "-" + id)
                .query(Boolean.class)
                .single();
    }
}
