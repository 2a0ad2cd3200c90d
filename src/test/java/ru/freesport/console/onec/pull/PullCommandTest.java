package ru.freesport.console.onec.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.freesport.console.ChildConsole;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./console sync} as processes of their own on a database of their own, one of them killed in the middle. */
class PullCommandTest {

    private static final String DATABASE = "pull_command";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> environment = new HashMap<>();
    private Simulators lab;
    private String url;

    @BeforeEach
    void begin() {
        lab = Simulators.start(
                SimulatorSettings.quick(Duration.ofSeconds(2), Duration.ofSeconds(5)),
                exchange -> asked.add(exchange.pathAndQuery()));
        String server = System.getProperty("FREESPORT_DB_URL");
        client(server)
                .sql("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)")
                .update();
        client(server).sql("CREATE DATABASE " + DATABASE).update();
        url = server.replaceFirst("/postgres(?=\\?|$)", "/" + DATABASE);
        environment.putAll(Map.of(
                "FREESPORT_ONEC_URL", "http://localhost:" + lab.httpPort() + "/onec",
                "FREESPORT_ONEC_USER", "exchange",
                "FREESPORT_ONEC_PASSWORD", "exchange",
                "FREESPORT_ONEC_SECRET", "demo-onec-secret",
                "FREESPORT_ONEC_PULL_PAGE", "4",
                "FREESPORT_PARTNERS_GUARD_PAUSE", "100ms",
                "FREESPORT_JOBS_LEASETTL", "3s",
                "FREESPORT_JOBS_HEARTBEAT", "500ms"));
    }

    @AfterEach
    void stop() {
        lab.close();
        client(System.getProperty("FREESPORT_DB_URL"))
                .sql("DROP DATABASE " + DATABASE + " WITH (FORCE)")
                .update();
    }

    @Test
    void aFlowKilledInTheMiddleGoesOnWhereItWasAndTellsWhatItDid() {
        lab.onec().faults().on(FaultMode.SLOW, Faults.UNTIL_DELETED);
        ChildConsole first = sync("catalog", "--json");
        await().atMost(Duration.ofMinutes(3)).until(() -> pages() >= 2);
        first.kill();
        int known = pages();
        lab.onec().faults().off();
        asked.clear();

        JsonNode second = json(sync("catalog", "--json"));
        assertThat(asked).first().asString().contains("cursor=");
        // what the killed process was waiting for may be answered after its end
        assertThat(Set.copyOf(asked))
                .as("what came before is not asked for again")
                .hasSize(3 + 9 - known);
        assertThat(second.at("/status").asString()).isEqualTo("COMPLETED");
        assertThat(second.at("/counts/goods/created").asInt()).isEqualTo(12);
        assertThat(second.at("/counts/offers/created").asInt()).isEqualTo(36);
        assertThat(second.at("/bytes").asLong()).isPositive();
        assertThat(second.at("/runId").asLong()).isPositive();

        JsonNode dry = json(sync("prices", "--dry-run", "--json"));
        assertThat(dry.at("/dryRun").asBoolean()).isTrue();
        assertThat(dry.at("/counts/prices/created").asInt()).isEqualTo(216);
        JsonNode some = json(sync("prices", "--since", "2026-01-01", "--ids", "unknown", "--json"));
        assertThat(some.at("/counts").isEmpty()).isTrue();
        assertThat(asked.getLast()).contains("since=2025-12-31T21%3A00%3A00Z", "ids=unknown");

        lab.onec().faults().on(FaultMode.DOWN, Faults.UNTIL_DELETED);
        ChildConsole down = sync("stock", "--json");
        assertThat(down.exitCode()).isEqualTo(3);
        assertThat(down.output()).contains("\"status\":\"FAILED\"", "SYSTEM_UNAVAILABLE");
        assertThat(down.errors()).contains("rests*.xml");

        ChildConsole unknown = sync("weather");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors()).contains("catalog, prices, stock, customers, orders");
    }

    private ChildConsole sync(String... arguments) {
        List<String> all = new ArrayList<>(List.of("sync"));
        all.addAll(List.of(arguments));
        return ChildConsole.start(url, environment, all.toArray(String[]::new));
    }

    private int pages() {
        try {
            return client(url)
                    .sql("SELECT coalesce(max(pages), 0) FROM http_pull")
                    .query(Integer.class)
                    .single();
        } catch (org.springframework.dao.DataAccessException notYet) {
            return 0;
        }
    }

    private static JsonNode json(ChildConsole console) {
        return new JsonMapper().readTree(console.result());
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, System.getProperty("FREESPORT_DB_USER"), ""));
    }
}
