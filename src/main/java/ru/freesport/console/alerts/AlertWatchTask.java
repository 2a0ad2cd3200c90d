package ru.freesport.console.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.ScheduledTask;

/** Looks every minute for what no event tells of, and settles alerts whose cause is gone. One node does it. */
@Component
class AlertWatchTask implements ScheduledTask {

    private final AlertBook book;
    private final Map<AlertRule, AlertWatch> watches;

    AlertWatchTask(AlertBook book, List<AlertWatch> watches) {
        this.book = book;
        this.watches = watches.stream()
                .flatMap(watch -> watch.rules().stream().map(rule -> Map.entry(rule, watch)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String name() {
        return "alerts.watch";
    }

    @Override
    public Optional<String> cron() {
        return Optional.of("45 * * * * ?");
    }

    @Override
    public RunState run(RunContext run) {
        RunAs.system(this::look);
        return RunState.COMPLETED;
    }

    void look() {
        watches.values().stream().distinct().map(AlertWatch::look).forEach(found -> found.forEach(book::raise));
        book.open().stream()
                .filter(alert -> watches.containsKey(alert.rule()))
                .filter(alert -> watches.get(alert.rule()).isOver(alert))
                .forEach(alert -> book.settle(alert.rule(), alert.subject(), null));
        book.endMutes();
    }
}
