package ru.freesport.console.partners;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.Webhook.State;
import ru.freesport.console.partners.WebhookProvider.News;
import ru.freesport.console.partners.WebhookProvider.Outcome;

/**
 * Works on stored notifications: what is about one subject goes together, so that it is read once at the provider. Every node has
 * some workers; the rows decide who takes what, and what a dead node took comes again.
 */
@Component
@Profile("!command")
class WebhookWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final int AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final WebhookTable table;
    private final ObjectProvider<WebhookProvider> known;
    private final WebhookSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isRunning;

    WebhookWorker(
            WebhookTable table,
            ObjectProvider<WebhookProvider> known,
            WebhookSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.known = known;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Something came in on this node; the others look by themselves. */
    void wake() {
        if (news.availablePermits() < settings.workers()) {
            news.release();
        }
    }

    private void loop() {
        while (isRunning) {
            try {
                if (workOnSome() < AT_ONCE) {
                    news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException lost) {
                LOG.warn("Notifications could not be worked on, trying again: {}", lost.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how many were taken */
    int workOnSome() {
        List<Webhook> claimed = table.claim(AT_ONCE, LEASE);
        if (!claimed.isEmpty()) {
            RunAs.system(() -> work(claimed));
        }
        return claimed.size();
    }

    void work(List<Webhook> claimed) {
        Map<Long, byte[]> bodies =
                table.bodies(claimed.stream().map(Webhook::messageId).toList());
        Map<String, List<Webhook>> bySubject = claimed.stream()
                .sorted(java.util.Comparator.comparing(Webhook::id))
                .collect(Collectors.groupingBy(
                        one -> one.provider() + " " + one.subject(), LinkedHashMap::new, Collectors.toList()));
        bySubject.values().forEach(together -> together(together, bodies));
    }

    private void together(List<Webhook> webhooks, Map<Long, byte[]> bodies) {
        List<News> fresh = new ArrayList<>();
        Map<String, Webhook> firsts = new LinkedHashMap<>();
        List<Webhook> repeats = new ArrayList<>();
        for (Webhook one : webhooks) {
            if (isOld(one)) {
                continue;
            }
            if (one.isReplay() || firsts.putIfAbsent(String.valueOf(one.key()), one) == null) {
                fresh.add(new News(one, bodies.getOrDefault(one.messageId(), new byte[0])));
            } else {
                repeats.add(one);
            }
        }
        Map<Long, Outcome> outcomes = outcomes(fresh);
        fresh.forEach(one -> end(one.webhook(), outcomes.get(one.id())));
        for (Webhook repeat : repeats) {
            Outcome first =
                    outcomes.get(firsts.get(String.valueOf(repeat.key())).id());
            boolean isDone = first != null && first.state().isFinal() && first.state() != State.REJECTED;
            end(repeat, isDone ? new Outcome(State.DUPLICATE, null) : first);
        }
    }

    /** Ends what is a repeat of something finished before. */
    private boolean isOld(Webhook one) {
        if (one.isReplay()) {
            return false;
        }
        Optional<Instant> first = table.firstOf(one.provider(), String.valueOf(one.key()), one.id());
        first.ifPresent(at -> end(
                one,
                at.plus(settings.replayed()).isBefore(one.receivedAt())
                        ? Outcome.rejected("REPLAYED")
                        : new Outcome(State.DUPLICATE, null)));
        return first.isPresent();
    }

    private Map<Long, Outcome> outcomes(List<News> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Webhook one = fresh.getFirst().webhook();
        WebhookProvider provider = providers().get(one.provider());
        if (provider == null) {
            return Map.of();
        }
        try {
            return provider.work(String.valueOf(one.subject()), fresh);
        } catch (RuntimeException broken) {
            LOG.error("Work on {} broke, it will be tried again", one, broken);
            return Map.of();
        }
    }

    private void end(Webhook one, @Nullable Outcome outcome) {
        if (outcome != null && outcome.state().isFinal()) {
            table.end(one.id(), outcome.state(), outcome.remark());
            if (outcome.state() == State.REJECTED) {
                events.publishEvent(new WebhookRejected(one.provider(), one.id(), String.valueOf(outcome.remark())));
            }
            return;
        }
        String remark = outcome == null ? "BROKEN" : outcome.remark();
        if (one.receivedAt().plus(settings.giveUp()).isBefore(clock.instant())) {
            table.end(one.id(), State.GIVEN_UP, remark);
            events.publishEvent(new WebhookRejected(one.provider(), one.id(), "GIVEN_UP"));
            return;
        }
        Duration pause = settings.repeat().multipliedBy(1L << Math.min(one.attempts() - 1, 12));
        table.later(one.id(), remark, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private Map<String, WebhookProvider> providers() {
        return known.stream().collect(Collectors.toMap(WebhookProvider::name, Function.identity()));
    }

    @Override
    public synchronized void start() {
        isRunning = true;
        for (int n = 0; n < settings.workers(); n++) {
            threads.add(Thread.ofVirtual().name("webhook-worker-" + n).start(this::loop));
        }
    }

    @Override
    public synchronized void stop() {
        isRunning = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
