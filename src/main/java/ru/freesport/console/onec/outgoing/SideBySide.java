package ru.freesport.console.onec.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.MDC;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import ru.freesport.console.shared.Correlation;

/** Does the same work on several threads until all of them have ended, as the same actor under the same correlation id. */
final class SideBySide {

    private SideBySide() {}

    /** Heard by all threads of one work. */
    static final class Stop {

        private final AtomicBoolean asked = new AtomicBoolean();

        boolean isAsked() {
            return asked.get();
        }

        void ask() {
            asked.set(true);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run(Stop stop);
    }

    /**
     * @return what each thread brought
     * @throws RuntimeException what one of them threw, after the others have come to their stop
     */
    static <T> List<T> run(int threads, Work<T> work) {
        Stop stop = new Stop();
        List<Future<T>> all = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < threads; thread++) {
                all.add(executor.submit(DelegatingSecurityContextCallable.create(asHere(stop, work), null)));
            }
            return all.stream().map(one -> resultOf(one, stop, executor)).toList();
        }
    }

    private static <T> Callable<T> asHere(Stop stop, Work<T> work) {
        var log = MDC.getCopyOfContextMap();
        String correlation = Correlation.current().orElseGet(Correlation::fresh);
        return () -> {
            if (log != null) {
                MDC.setContextMap(log);
            }
            try (var _ = Correlation.named(correlation)) {
                return work.run(stop);
            } catch (RuntimeException | Error thrown) {
                stop.ask();
                throw thrown;
            } finally {
                MDC.clear();
            }
        };
    }

    private static <T> T resultOf(Future<T> one, Stop stop, ExecutorService executor) {
        try {
            return one.get();
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (InterruptedException interrupted) {
            // whoever interrupts wants nothing of this to go on
            stop.ask();
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while records were being sent");
        }
    }
}
