package ru.freesport.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class AlertBookTest {

    @Autowired
    private AlertBook book;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertWatchTask watch;

    @Autowired
    private JdbcClient database;

    private final String subject = "test-" + UUID.randomUUID();

    @AfterEach
    void clear() {
        database.sql("DELETE FROM alert WHERE subject = ?").param(subject).update();
    }

    @Test
    void theSameCauseIsOneAlertThatCounts() {
        book.raise(cause("1"));
        book.raise(cause("2"));

        Alert alert = only();
        assertThat(alert.seen()).isEqualTo(2);
        assertThat(alert.detail()).isEqualTo("said 2");
        assertThat(kinds(alert)).containsExactly(AlertEvent.Kind.RAISED);
    }

    @Test
    void howeverManyNodesSeeOneTimeOfItItIsOneAlertSeenOnce() {
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> book.raise(cause("same"))))
                .toList();
        nodes.forEach(CompletableFuture::join);
        book.raise(cause("another"));
        book.raise(cause("same"));

        assertThat(only().seen()).isEqualTo(2);
    }

    @Test
    void whenTheCauseIsGoneItEndsAndComesBackAsANewOne() {
        book.raise(cause("1"));
        long first = only().id();
        book.settle(AlertRule.UNREADABLE_ANSWER, subject, null);
        book.settle(AlertRule.UNREADABLE_ANSWER, subject, null);

        Alert ended = alerts.find(first).orElseThrow();
        assertThat(ended.end()).isNotNull();
        assertThat(ended.end().isGone()).isTrue();
        assertThat(kinds(ended)).containsExactly(AlertEvent.Kind.RESOLVED, AlertEvent.Kind.RAISED);

        book.raise(cause("2"));
        assertThat(only().id()).isNotEqualTo(first);
    }

    @Test
    void whatAPersonSettledIsNotRaisedAgainByWhatWasCountedAlready() {
        book.raise(cause("1"));
        assertThat(alerts.resolve(only().id(), "звонил программисту")).isTrue();
        book.raise(cause("1"));

        assertThat(open()).isEmpty();
        assertThat(alerts.resolve(id("RESOLVED"), "ещё раз")).isFalse();
    }

    @Test
    void ofTwoWhoTakeItOneHasItAndTheOtherMayTakeItOverWithAReason() {
        book.raise(cause("1"));
        long id = only().id();

        assertThat(alerts.take(id)).isTrue();
        as("ivan", "OPERATIONS");
        assertThat(alerts.take(id)).isFalse();
        assertThat(alerts.takeOver(id, "olga", "она ушла")).isTrue();
        as("olga", "OPERATIONS");
        assertThat(alerts.takeOver(id, "olga", "поздно")).isFalse();
        assertThat(alerts.release(id)).isFalse();

        assertThat(only().owner()).isEqualTo("ivan");
        assertThat(audited(id)).containsExactly("alerts.alert.taken olga -", "alerts.alert.taken ivan она ушла");
    }

    @Test
    void aMutedAlertCallsNobodyGoesOnCountingAndCallsAgainByItself() {
        int before = alerts.loud();
        book.raise(cause("1"));
        long id = only().id();
        assertThat(alerts.loud()).isEqualTo(before + 1);

        alerts.mute(id, Duration.ofHours(1), "чиним");
        book.raise(cause("2"));
        assertThat(alerts.loud()).isEqualTo(before);
        assertThat(only().seen()).isEqualTo(2);
        assertThat(only().muted()).isNotNull();

        database.sql("UPDATE alert SET muted_until = clock_timestamp() WHERE id = ?")
                .param(id)
                .update();
        book.endMutes();
        assertThat(alerts.loud()).isEqualTo(before + 1);
        assertThat(kinds(only())).startsWith(AlertEvent.Kind.UNMUTED, AlertEvent.Kind.MUTED);
    }

    @Test
    void actsNeedReasonsEndsAndRights() {
        book.raise(cause("1"));
        long id = only().id();

        assertThatThrownBy(() -> alerts.resolve(id, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alerts.mute(id, Duration.ofDays(8), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alerts.mute(id, Duration.ZERO, "x")).isInstanceOf(IllegalArgumentException.class);
        as("vera", "VIEWER");
        assertThat(alerts.find(id)).isPresent();
        assertThatThrownBy(() -> alerts.take(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> alerts.resolve(id, "x")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void lookingTwiceRaisesNothingTwice() {
        watch.look();
        int open = alerts.count(AlertFilter.OPEN, 1_000);
        watch.look();
        assertThat(alerts.count(AlertFilter.OPEN, 1_000)).isEqualTo(open);
    }

    private Cause cause(String occurrence) {
        return new Cause(AlertRule.UNREADABLE_ANSWER, subject, occurrence, "said " + occurrence, "messages", null);
    }

    private List<Alert> open() {
        return alerts.page(new AlertFilter(AlertFilter.Show.OPEN, null, null, subject), null, 10);
    }

    private Alert only() {
        assertThat(open()).hasSize(1);
        return open().getFirst();
    }

    private long id(String show) {
        return alerts.page(new AlertFilter(AlertFilter.Show.valueOf(show), null, null, subject), null, 10)
                .getFirst()
                .id();
    }

    private List<AlertEvent.Kind> kinds(Alert alert) {
        return alerts.events(alert.id()).stream().map(AlertEvent::kind).toList();
    }

    private List<String> audited(long id) {
        return database.sql("SELECT action || ' ' || actor || ' ' || coalesce(reason, '-') FROM audit_entry"
                        + " WHERE subject = ? ORDER BY id")
                .param("alert:" + id)
                .query(String.class)
                .list();
    }

    private static void as(String name, String role) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken(name, "", "ROLE_" + role)));
    }
}
