package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class ChannelListenerTest {

    private static final String CHANNEL = "channel_listener_test";

    @Autowired
    private ChannelListener listener;

    @Autowired
    private JdbcClient database;

    private final List<Set<String>> heard = new CopyOnWriteArrayList<>();
    private Runnable following;

    @AfterEach
    void stop() {
        following.run();
    }

    @Test
    void whatTheDatabaseAnnouncesIsHeard() {
        follow();
        tell("7");
        await().until(() -> heard.contains(Set.of("7")));
    }

    @Test
    void manyAnnouncementsAreGathered() {
        follow();
        IntStream.range(0, 200).forEach(number -> tell(Integer.toString(number)));
        await().until(() -> heard.stream()
                        .flatMap(Set::stream)
                        .filter(payload -> payload.matches("\\d+"))
                        .count()
                == 200);
        assertThat(heard).hasSizeLessThan(20);
    }

    @Test
    void whoLeftHearsNothing() {
        follow();
        following.run();
        List<Set<String>> other = new CopyOnWriteArrayList<>();
        following = listener.subscribe(CHANNEL, other::add);
        tell("late");
        await().until(() -> other.contains(Set.of("late")));
        assertThat(heard).noneMatch(payloads -> payloads.contains("late"));
    }

    @Test
    void aLostConnectionIsReplacedAndScreensAreToldToReadAnew() {
        follow();
        heard.clear();
        int ended = database.sql("""
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE query LIKE 'LISTEN %' AND pid <> pg_backend_pid()
                        """).query(Integer.class).single();
        assertThat(ended).isPositive();
        await().until(() -> heard.contains(Set.of()));
        tell("after");
        await().until(() -> heard.stream().anyMatch(payloads -> payloads.contains("after")));
    }

    private void follow() {
        following = listener.subscribe(CHANNEL, heard::add);
        // a follower of a channel nobody followed yet is told once that news may have passed
        tell("hello");
        await().until(() -> {
            if (heard.isEmpty()) {
                tell("hello");
            }
            return heard.stream().anyMatch(payloads -> payloads.contains("hello"));
        });
    }

    private void tell(String payload) {
        database.sql("SELECT pg_notify(:channel, :payload)")
                .param("channel", CHANNEL)
                .param("payload", payload)
                .query()
                .singleRow();
    }
}
