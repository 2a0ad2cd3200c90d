package ru.freesport.console.onec.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.shared.Correlation;

@Timeout(20)
class SideBySideTest {

    @Test
    void allThreadsWorkAtOnceAndEachBringsItsResult() {
        CyclicBarrier all = new CyclicBarrier(3);
        AtomicInteger number = new AtomicInteger();
        assertThat(SideBySide.run(3, _ -> {
                    meet(all);
                    return number.incrementAndGet();
                }))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void theyWorkAsTheSameActorUnderTheSameCorrelationId() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("olga", ""));
        try (var here = Correlation.begin()) {
            Set<String> seen = new HashSet<>(SideBySide.run(
                    2,
                    _ -> SecurityContextHolder.getContext().getAuthentication().getName() + " "
                            + Correlation.current().orElse("none")));
            assertThat(seen).containsExactly("olga " + here.id());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whatOneThrowsStopsTheOthersAndIsThrownOnceAllHaveEnded() {
        CountDownLatch ended = new CountDownLatch(2);
        AtomicInteger number = new AtomicInteger();
        assertThatThrownBy(() -> SideBySide.run(3, stop -> {
                    if (number.incrementAndGet() == 1) {
                        throw new IllegalArgumentException("broken");
                    }
                    while (!stop.isAsked()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                    return 0;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
        assertThat(ended.getCount()).isZero();
    }

    @Test
    void whoeverIsInterruptedStopsThemAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger stopped = new AtomicInteger();
        Thread worker = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> SideBySide.run(2, stop -> {
                            begun.countDown();
                            while (!stop.isAsked()) {
                                Thread.onSpinWait();
                            }
                            return stopped.incrementAndGet();
                        }))
                        .isInstanceOf(CancellationException.class));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        worker.interrupt();
        worker.join();
        assertThat(stopped).hasValue(2);
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
