package ru.freesport.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Does something many times at the same moment. On threads of its own: the common pool has one on a small machine, and Java's HTTP client needs it.
 */
public final class AtOnce {

    private AtOnce() {}

    /** @param work what the n-th does */
    public static <T> List<T> run(int times, IntFunction<Callable<T>> work) {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                Callable<T> mine = work.apply(n);
                futures.add(threads.submit(() -> {
                    go.await();
                    return mine.call();
                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
