package ru.freesport.console.simulator.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

/** 1C at the file server: takes the shop's finished files, acknowledges them, moves them away. While 1C is down it does not look. */
final class OnecFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OnecFolder.class);
    private static final String OPERATION = "FTP orders";

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulated-1c-folder").factory());
    private final Path fromShop;
    private final Path toShop;
    private final OrderBook orders;
    private final CustomerBook customers;
    private final Faults faults;

    OnecFolder(Path files, OrderBook orders, CustomerBook customers, Faults faults, Duration look) {
        this.fromShop = files.resolve("from-shop");
        this.toShop = files.resolve("to-shop");
        this.orders = orders;
        this.customers = customers;
        this.faults = faults;
        thread.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (faults.isOn(FaultMode.DOWN)) {
            return;
        }
        try (Stream<Path> files = Files.list(fromShop)) {
            for (Path file : files.filter(OnecFolder::isFinished).sorted().toList()) {
                take(file);
            }
        } catch (IOException | RuntimeException broken) {
            LOG.warn("The simulated 1C could not read its folder", broken);
        }
    }

    private static boolean isFinished(Path file) {
        return Files.isRegularFile(file) && file.toString().endsWith(".xml");
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        String lines;
        try {
            lines = taken(name, Files.readAllBytes(file))
                    .map(taken -> String.join(
                            ";",
                            List.of(
                                    taken.key(),
                                    taken.outcome(),
                                    taken.number() == null ? String.valueOf(taken.error()) : taken.number())))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IllegalArgumentException unreadable) {
            lines = ";REJECTED;" + unreadable.getMessage() + "\n";
        }
        Path written = Files.writeString(toShop.resolve(name + ".ack.part"), lines);
        Files.move(written, toShop.resolve(name + ".ack"), StandardCopyOption.REPLACE_EXISTING);
        Path archive = Files.createDirectories(fromShop.resolve("archive"));
        Files.move(file, archive.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Stream<OrderBook.Taken> taken(String name, byte[] file) {
        return name.startsWith("customers")
                ? OrderDocuments.customers(file).stream().map(document -> customers.take(document, "FTP customers"))
                : OrderDocuments.read(file).stream().map(document -> orders.take(document, "FTP", OPERATION));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
