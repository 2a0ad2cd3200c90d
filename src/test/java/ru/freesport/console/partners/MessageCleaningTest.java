package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

@ConsoleTest
class MessageCleaningTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Runs runs;

    @Test
    void oldMessagesGoWithTheirContentAndYoungOnesStay() throws Exception {
        long old = SomeMessages.stored(application, "old.xml", "old " + UUID.randomUUID());
        long waitedFor = SomeMessages.stored(application, "held.xml", "held " + UUID.randomUUID());
        long young = SomeMessages.stored(application, "young.xml", "young " + UUID.randomUUID());
        String oldContent = messages.find(old).orElseThrow().sha256();
        String youngContent = messages.find(young).orElseThrow().sha256();
        database.sql("UPDATE message SET received_at = now() - interval '91 days' WHERE id IN (:ids)")
                .param("ids", List.of(old, waitedFor))
                .update();
        database.sql("UPDATE blob SET used_at = now() - interval '91 days' WHERE sha256 IN"
                        + " (SELECT sha256 FROM message WHERE id IN (:ids))")
                .param("ids", List.of(old, waitedFor, young))
                .update();
        database.sql("INSERT INTO untaken_row (run_id, kind, row_key, state, reason, message_id, path, line,"
                        + " start_char, end_char) VALUES (0, 'prices', ?, 'HELD', 'x', ?, 'held.xml', 1, 0, 1)")
                .params(UUID.randomUUID().toString(), waitedFor)
                .update();

        long run = runs.submit(RunRequest.of("partners.message-cleaning", RunTrigger.MANUAL, Actor.system()));

        assertThat(runs.await(run, Duration.ofSeconds(30)).state()).isEqualTo(RunState.COMPLETED);
        assertThat(messages.find(old)).isEmpty();
        assertThat(blobs.exists(oldContent)).isFalse();
        assertThat(Set.of(waitedFor, young))
                .allSatisfy(id -> assertThat(messages.find(id)).isPresent());
        assertThat(blobs.exists(youngContent)).isTrue();
        database.sql("DELETE FROM untaken_row WHERE message_id = ?")
                .param(waitedFor)
                .update();
    }
}
