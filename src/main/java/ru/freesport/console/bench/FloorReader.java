package ru.freesport.console.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thread that parses, a bounded queue, and whoever works on the batches. */
final class FloorReader {

    private static final int BATCH = 1000;
    private static final int QUEUE = 4;
    private static final List<FloorParser.Row> END = List.of();

    private final FloorParser parser = new FloorParser();

    interface Batches {

        void take(List<FloorParser.Row> batch) throws Exception;
    }

    void eachBatch(Path file, String element, Batches action) throws Exception {
        BlockingQueue<List<FloorParser.Row>> queue = new ArrayBlockingQueue<>(QUEUE);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading = reader.submit((Callable<Void>) () -> {
                List<FloorParser.Row>[] batch = holder();
                try {
                    parser.read(file, element, row -> {
                        batch[0].add(row);
                        if (batch[0].size() == BATCH) {
                            put(queue, batch[0]);
                            batch[0] = new ArrayList<>(BATCH);
                        }
                    });
                    if (!batch[0].isEmpty()) {
                        put(queue, batch[0]);
                    }
                } finally {
                    put(queue, END);
                }
                return null;
            });
            for (List<FloorParser.Row> batch = queue.take(); batch != END; batch = queue.take()) {
                action.take(batch);
            }
            reading.get();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<FloorParser.Row>[] holder() {
        return new List[] {new ArrayList<FloorParser.Row>(BATCH)};
    }

    private static void put(BlockingQueue<List<FloorParser.Row>> queue, List<FloorParser.Row> batch) {
        try {
            queue.put(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
