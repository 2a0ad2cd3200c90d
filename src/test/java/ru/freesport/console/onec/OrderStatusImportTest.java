package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.freesport.console.onec.SomeOrderFiles.document;
import static ru.freesport.console.onec.SomeOrderFiles.file;
import static ru.freesport.console.onec.SomeOrderFiles.requisite;
import static ru.freesport.console.onec.SomeOrderFiles.says;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.jobs.RunEvent;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.orders.statuses.IdentityDispute;
import ru.freesport.console.orders.statuses.PartReports;
import ru.freesport.console.orders.statuses.StatusMapOutcome;
import ru.freesport.console.orders.statuses.StatusMaps;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.shared.Actor;

@ConsoleTest
@WithMockUser(
        username = "job",
        roles = {"SYSTEM", "ADMIN"})
class OrderStatusImportTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    @Autowired
    private UntakenRows untaken;

    @Autowired
    private StatusMaps maps;

    @Autowired
    private StatusQuestions questions;

    @Autowired
    private PartReports reports;

    @Autowired
    private PacketImport imports;

    @Autowired
    private RowRetries retries;

    private SomeOrderFiles files;
    private SomeOrders some;
    private Order order;
    private OrderPart part;

    @BeforeEach
    void begin() {
        files = new SomeOrderFiles();
        beans.autowireBean(files);
        some = new SomeOrders(dataSource, customers, orders);
        order = some.order();
        part = order.parts().getFirst();
    }

    @Test
    void aFileMovesOrdersOnceHoweverOftenItComes() throws Exception {
        Order other = some.order();
        String xml = file(
                says(part.number(), "Отгружен"), says(other.parts().getFirst().number(), "Подтвержден"));
        RunView first = files.run("orders.xml", xml);
        assertThat(first.state()).isEqualTo(RunState.COMPLETED);
        assertThat(count(first)).isEqualTo(new KindCounts(2, 0, 2, 0, 0, 0, 0));
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
        RunView again = files.run("order.xml", xml);
        assertThat(count(again)).isEqualTo(new KindCounts(2, 0, 0, 2, 0, 0, 0));
        RunView asArchive = files.run("v8_1f2e_3d4c.zip", SomeOrderFiles.zip("documents___1234.xml", xml));
        assertThat(asArchive.task()).isEqualTo(OrderStatusImportTask.NAME);
        assertThat(count(asArchive)).isEqualTo(new KindCounts(2, 0, 0, 2, 0, 0, 0));
        assertThat(orders.find(other.number()).orElseThrow().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void filesOfOldSchemasInWindows1251AreRead() throws Exception {
        String xml = file(document(part.number(), requisite("Статус заказа", "Подтвержден")))
                .replace("UTF-8", "windows-1251")
                .replace("\"3.1\"", "\"2.09\"");
        RunView run = files.run("orders.xml", xml.getBytes(Charset.forName("windows-1251")));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(now().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void aFileWhoseNameSaysNothingIsKnownByWhatItHolds() throws Exception {
        assertThat(files.run("выгрузка.xml", file(says(part.number(), "Отгружен")))
                        .task())
                .isEqualTo(OrderStatusImportTask.NAME);
        assertThat(files.run("выгрузка.xml", SomeImports.xml("<Каталог/>")).task())
                .isEqualTo(CatalogImportTask.NAME);
    }

    @Test
    void documentsOfOthersAndOfWholeOrdersAreKeptWithTheirReasonAndStopNobody() throws Exception {
        RunView run = files.run(
                "orders.xml",
                file(
                        says("НЕ-НАШ-" + some.catalog.mark, "Отгружен"),
                        says(order.number(), "Отгружен"),
                        says(part.number(), "Отгружен")));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(count(run)).isEqualTo(new KindCounts(3, 0, 1, 0, 0, 0, 2));
        assertThat(rows(run))
                .extracting(UntakenView::reason)
                .containsExactlyInAnyOrder("NO_SUCH_ORDER", "NUMBER_OF_A_WHOLE_ORDER");
        assertThat(untaken.rawElement(rows(run).getFirst().id()).orElseThrow()).startsWith("<Документ>");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void theMarkOfOneCForADocumentItCouldNotMakeIsToldPlainly() throws Exception {
        RunView run = files.run("orders.xml", "<not valid xml!!!");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.errorMessage()).contains("PLACEHOLDER").contains("not valid xml");
        assertThat(events(run)).contains("onec.event.orderFile.PLACEHOLDER");
    }

    @Test
    void aBrokenFileKeepsWhatCameBeforeTheBreakAndALargeOrHostileOneNothing() throws Exception {
        String whole = file(says(part.number(), "Отгружен"), says("X", "Отгружен"));
        RunView cut = files.run("orders.xml", whole.substring(0, whole.length() - 70));
        assertThat(cut.state()).isEqualTo(RunState.FAILED);
        assertThat(cut.errorMessage()).contains("BROKEN");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);

        RunView hostile =
                files.run("orders.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + file(says(part.number(), "&b;")));
        assertThat(hostile.errorMessage()).contains("UNSAFE");
        RunView large = files.run("orders.xml", file("<!--" + "x".repeat(5_300_000) + "-->"));
        assertThat(large.errorMessage()).contains("TOO_LARGE");
        RunView many =
                files.run("orders.xml", file(says(part.number(), "Доставлен").repeat(1001)));
        assertThat(many.errorMessage()).contains("TOO_MANY_DOCUMENTS");
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void aWordNobodyExplainedWaitsAndIsTakenByItselfOnceSomebodyDid() throws Exception {
        String word = "Собирается " + some.catalog.mark;
        RunView run = files.run("orders.xml", file(says(part.number(), word)));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(count(run)).isEqualTo(new KindCounts(1, 0, 0, 0, 1, 0, 0));
        UntakenView waiting = rows(run).getFirst();
        assertThat(waiting.state()).isEqualTo(UntakenState.HELD);
        assertThat(waiting.detail()).isEqualTo(word);

        StatusMapOutcome outcome = RunAs.actor(
                Actor.commandLine(),
                () -> maps.say(word, OrderStatus.PROCESSING, maps.current().version(), ""));
        assertThat(outcome).isInstanceOf(StatusMapOutcome.Done.class);
        long retry = ((StatusMapOutcome.Done) outcome).runId();
        assertThat(runs.await(retry, LONG).state()).isEqualTo(RunState.COMPLETED);
        assertThat(now().status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(untaken.find(waiting.id()).orElseThrow().resolution()).isEqualTo(UntakenView.Resolution.TAKEN);
        assertThat(maps.current().runId()).isEqualTo(retry);
        assertThat(counts.of(retry).get("orderStatuses").changed()).isEqualTo(1);
    }

    @Test
    void aNewerFileMakesWhatWaitedOldNews() throws Exception {
        String word = "Упакован " + some.catalog.mark;
        RunView run = files.run("orders.xml", file(says(part.number(), word)));
        files.run("orders.xml", SomeOrderFiles.madeAt("2026-11-20T13:00:00", says(part.number(), "Отгружен")));
        assertThat(rows(run).getFirst().resolution()).isEqualTo(UntakenView.Resolution.SUPERSEDED);
        assertThat(RunAs.actor(
                        Actor.commandLine(),
                        () -> maps.say(
                                word, OrderStatus.PROCESSING, maps.current().version(), "")))
                .isEqualTo(new StatusMapOutcome.Done(maps.current().version(), null));
        assertThat(now().status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void aDocumentThatNamesTwoOrdersWaitsForADecision() throws Exception {
        Order other = some.order();
        OrderPart otherPart = other.parts().getFirst();
        RunView run = files.run(
                "orders.xml",
                file(document(
                        part.number(), "<Ид>" + otherPart.onecKey() + "</Ид>", requisite("СтатусЗаказа", "Отгружен"))));
        assertThat(count(run)).isEqualTo(new KindCounts(1, 0, 0, 0, 1, 0, 0));
        IdentityDispute dispute = reports.disputes(other).getFirst();
        RunAs.actor(
                Actor.commandLine(), () -> questions.decide(dispute.id(), IdentityDispute.Decision.BY_ID, "проверено"));
        RunView retry =
                runs.await(runs.latest(OrderStatusRetryTask.NAME).orElseThrow().id(), LONG);
        assertThat(retry.subject()).isEqualTo(part.number() + " / " + otherPart.onecKey());
        assertThat(orders.find(other.number()).orElseThrow().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(rows(run).getFirst().resolution()).isEqualTo(UntakenView.Resolution.TAKEN);
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() throws Exception {
        RunView run =
                files.dry(true).run("orders.xml", file(says(part.number(), "Отгружен"), says("НЕ-НАШ", "Отгружен")));
        assertThat(count(run)).isEqualTo(new KindCounts(2, 0, 1, 0, 0, 0, 1));
        assertThat(events(run)).contains("onec.event.statusMoves.SHIPPED");
        assertThat(rows(run))
                .singleElement()
                .satisfies(row -> assertThat(row.isOpen()).isFalse());
        assertThat(now().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(orders.events(order.id())).hasSize(1);
    }

    @Test
    void paymentsAndShipmentsInAContainerAreNoOrdersAndAFileWithoutDocumentsIsFine() throws Exception {
        RunView run = files.run(
                "orders.xml",
                file(
                        "<Контейнер><Документ><Номер>П-1</Номер><ХозОперация>Выплата безналичных денег</ХозОперация></Документ>"
                                + "</Контейнер>"));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(events(run)).contains("onec.event.otherDocuments");
        assertThat(files.run("orders.xml", file()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aStoredMessageIsWorkedOnAgainAsOrders() throws Exception {
        RunView run = files.run("orders.xml", file(says("ПОЗЖЕ-" + some.catalog.mark, "Отгружен")));
        long message = rows(run).getFirst().messageId();
        RunView again =
                runs.runHere(imports.replayRequest(message, false, Actor.commandLine(), "ещё раз"), RunWatcher.NONE);
        assertThat(again.task()).isEqualTo(OrderStatusImportTask.NAME);
        assertThat(again.trigger()).isEqualTo(RunTrigger.REPLAY);
        assertThat(count(again).rejected()).isEqualTo(1);
        assertThat(rows(run).getFirst().resolution()).isEqualTo(UntakenView.Resolution.SUPERSEDED);
    }

    @Test
    void aPersonTriesRowsOfARunAgain() throws Exception {
        String word = "Ожидание " + some.catalog.mark;
        RunView run = files.run("orders.xml", file(says(part.number(), word)));
        RunView retry = runs.await(
                RunAs.actor(Actor.commandLine(), () -> retries.row(rows(run).getFirst(), "проверить")), LONG);
        assertThat(retry.task()).isEqualTo(OrderStatusRetryTask.NAME);
        assertThat(retry.state()).isEqualTo(RunState.COMPLETED);
        assertThat(rows(run).getFirst().isOpen()).isTrue();
    }

    private KindCounts count(RunView run) {
        return counts.of(run.id()).get("orderStatuses");
    }

    private List<UntakenView> rows(RunView run) {
        return untaken.page(UntakenFilter.ofRun(run.id()), null, 100);
    }

    private List<String> events(RunView run) {
        return runs.events(run.id()).stream().map(RunEvent::message).toList();
    }

    private Order now() {
        return orders.find(order.number()).orElseThrow();
    }
}
