package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.sync.CounterpartyForExport;
import ru.freesport.console.onec.commerceml.CounterpartyWriter;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.http.OnecCircuits;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.onec.http.OnecPages;
import ru.freesport.console.onec.http.PageQuery;
import ru.freesport.console.orders.OrderHandover;
import ru.freesport.console.orders.Orders;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.orders.SomeOrders;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.OnecContract;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

/** What the console asks of 1C is what {@code src/docs/onec-http-api.yaml} describes, and it understands every answer described there. */
@ConsoleTest
@WithMockUser(
        username = "olga",
        roles = {"OPERATIONS", "SYSTEM"})
class OnecClientContractTest {

    private static final Map<String, String> LISTS = Map.of(
            "/products", OnecCircuits.PRODUCTS,
            "/offers", OnecCircuits.OFFERS,
            "/prices", OnecCircuits.PRICES,
            "/stock", OnecCircuits.STOCK,
            "/order-statuses", OnecCircuits.ORDER_STATUSES);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderHandover handover;

    @Autowired
    private OrderWriter writer;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private PartnerHttp partnerHttp;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Circuits circuits;

    private final OnecContract contract = new OnecContract();
    private Simulators lab;
    private OnecHttp http;

    @BeforeEach
    void begin() {
        lab = Simulators.start(SimulatorSettings.quick(Duration.ofMillis(1_100), Duration.ofSeconds(2)), contract);
        http = new OnecHttp(
                new OnecHttpSettings(
                        "http://localhost:" + lab.httpPort() + "/onec", "exchange", "exchange", "demo-onec-secret"),
                calls,
                partnerHttp,
                Clock.systemUTC());
        reset();
    }

    @AfterEach
    void stop() {
        lab.close();
        reset();
    }

    private void reset() {
        LISTS.values().forEach(circuit -> circuits.reset(circuit, "between tests"));
        circuits.reset(OnecCircuits.ORDERS, "between tests");
        circuits.reset(OnecCircuits.CUSTOMERS, "between tests");
    }

    @Test
    void everythingTheConsoleAsksIsDescribed() {
        http.ping(OnecCircuits.ORDERS);
        LISTS.forEach((path, circuit) -> {
            assertThat(page(circuit, new PageQuery(path, null, null, List.of(), 100, 1 << 20)))
                    .isInstanceOf(CallOutcome.Succeeded.class);
            assertThat(page(circuit, new PageQuery(path, Instant.now(), "1", List.of("a#b", "ё&"), 1, 1 << 20)))
                    .isInstanceOf(CallOutcome.Succeeded.class);
        });
        OnecOrders onec = new OnecOrders(http, calls);
        List<PartForExport> parts = parts();
        assertThat(onec.take(writer.write(parts, Instant.now()), "batch-of-the-contract"))
                .isInstanceOf(CallOutcome.Succeeded.class);
        assertThat(onec.lookUp(parts.stream().map(PartForExport::key).toList()))
                .isInstanceOf(CallOutcome.Succeeded.class);
        OnecCustomers onecCustomers = new OnecCustomers(http, calls);
        assertThat(onecCustomers.take(counterparty(), "batch-of-the-contract", null))
                .isInstanceOf(CallOutcome.Succeeded.class);
        assertThat(onecCustomers.lookUp(List.of("c-1", "c-2"))).isInstanceOf(CallOutcome.Succeeded.class);
        assertThat(contract.breaches()).isEmpty();
        List<String> described = new ArrayList<>();
        new OpenAPIV3Parser()
                .read("src/docs/onec-http-api.yaml")
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> described.add(method + " " + path)));
        assertThat(described)
                .filteredOn(operation -> contract.seen().stream().noneMatch(seen -> seen.startsWith(operation + " ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, AUTHENTICATION_FAILED",
        "RATE_LIMITED, RATE_LIMITED",
        "ERROR500, SYSTEM_UNAVAILABLE",
    })
    void everyRefusalThatIsDescribedIsUnderstood(FaultMode mode, CallError error) {
        lab.onec().faults().on(mode, 3);
        assertThat(page(OnecCircuits.STOCK, new PageQuery("/stock", null, null, List.of(), 200, 1 << 20)))
                .isInstanceOfSatisfying(CallOutcome.Failed.class, failed -> {
                    assertThat(failed.error()).isEqualTo(error);
                    assertThat(failed.text()).as("1C's own sentence").contains("error");
                });
        assertThat(contract.breaches()).isEmpty();
    }

    @Test
    void aRequestThat1cCannotReadIsADifferentMatterFromOneItRefuses() {
        assertThat(page(OnecCircuits.STOCK, new PageQuery("/stock", null, "no number", List.of(), 200, 1 << 20)))
                .isInstanceOfSatisfying(
                        CallOutcome.Rejected.class,
                        rejected -> assertThat(rejected.error()).isEqualTo(CallError.DATA_FORMAT_ERROR));
        byte[] empty = "<КоммерческаяИнформация/>".getBytes(StandardCharsets.UTF_8);
        assertThat(new OnecOrders(http, calls).take(empty, "batch-of-nothing"))
                .isInstanceOfSatisfying(
                        CallOutcome.Rejected.class,
                        rejected -> assertThat(rejected.error()).isEqualTo(CallError.BUSINESS_LOGIC_ERROR));
    }

    private CallOutcome<OnecPages.Page> page(String circuit, PageQuery query) {
        return new OnecPages(http, calls, messages, blobs).page(circuit, query, "page.xml", _ -> 1);
    }

    private static byte[] counterparty() {
        return new CounterpartyWriter(ZoneId.of("Europe/Moscow"))
                .write(
                        List.of(CounterpartyDocuments.of(new CounterpartyForExport(
                                "c-1",
                                3,
                                CustomerType.COMPANY,
                                "Старт",
                                Map.of(
                                        CustomerField.COMPANY_NAME, "ООО «Старт»",
                                        CustomerField.PHONE, "+79161234567, +74951234504",
                                        CustomerField.EMAIL, "a@mail.ru")))),
                        Instant.now());
    }

    private List<PartForExport> parts() {
        SomeOrders some = new SomeOrders(dataSource, customers, orders);
        String goods = some.goods("g", "22", "1000.00", SomeOrders.OWN_VAT_WAREHOUSE);
        var order = some.order(some.person().id(), SomeOrders.line(goods, "2", "1000.00"));
        return handover.find(order.parts().stream().map(part -> part.onecKey()).toList());
    }
}
