package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.NewMessage;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.Correlation;

@ConsoleTest
@ExtendWith(OutputCaptureExtension.class)
class RunCorrelationTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RunRows rows;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @Autowired
    private AuditLog audit;

    @Test
    void whatAClickCausesCarriesItsIdFromTheAuditThroughTheRunToTheMessageAndTheLogLine(CapturedOutput output)
            throws Exception {
        CompletableFuture<Long> stored = new CompletableFuture<>();
        SomeTask task = new SomeTask(_ -> {
            LoggerFactory.getLogger("test.correlation").info("at work");
            stored.complete(message());
            return RunState.COMPLETED;
        });
        String click = Correlation.fresh();
        long run;
        try (SomeNodes nodes = new SomeNodes(dataSource, rows, transaction)) {
            SomeNodes.SomeNode node = nodes.with(task);
            try (Correlation _ = Correlation.named(click)) {
                audit.record(Actor.person("olga"), "test.clicked", "test:correlation", null, null, null);
                run = node.runs().submit(RunRequest.of(task.name(), RunTrigger.MANUAL, Actor.person("olga")));
            }
            node.dispatcher().start();
            long message = stored.get(10, TimeUnit.SECONDS);

            assertThat(messages.find(message).orElseThrow().correlationId()).isEqualTo(click);
            assertThat(node.runs().find(run).orElseThrow().correlationId()).isEqualTo(click);
        }
        assertThat(database.sql("SELECT correlation_id FROM audit_entry WHERE action = 'test.clicked' ORDER BY id DESC")
                        .query(String.class)
                        .list())
                .first()
                .isEqualTo(click);
        assertThat(output.getOut().lines())
                .anyMatch(line -> line.contains("[" + click + "]") && line.endsWith("at work"));
        assertThat(Correlation.current()).isEmpty();
    }

    private long message() throws Exception {
        return messages.store(new NewMessage(
                Message.Direction.OUT,
                "test",
                "correlation.xml",
                null,
                blobs.store(new ByteArrayInputStream(new byte[] {1})),
                Actor.system(),
                null,
                null));
    }
}
