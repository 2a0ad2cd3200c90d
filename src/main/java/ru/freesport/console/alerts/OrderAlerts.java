package ru.freesport.console.alerts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.FileNotUploaded;
import ru.freesport.console.onec.StuckFiles;
import ru.freesport.console.orders.UnconfirmedOrders;
import ru.freesport.console.orders.statuses.StatusQuestions;

/** Orders that do not get to 1C, that it does not confirm, and what it says of them in words nobody knows. */
@Component
class OrderAlerts implements AlertWatch {

    private static final String ALL = "orders";

    private final AlertBook book;
    private final StuckFiles files;
    private final UnconfirmedOrders unconfirmed;
    private final StatusQuestions questions;

    OrderAlerts(AlertBook book, StuckFiles files, UnconfirmedOrders unconfirmed, StatusQuestions questions) {
        this.book = book;
        this.files = files;
        this.unconfirmed = unconfirmed;
        this.questions = questions;
    }

    @Override
    public Set<AlertRule> rules() {
        return Set.of(AlertRule.FILES_STUCK, AlertRule.ORDERS_UNCONFIRMED, AlertRule.UNKNOWN_STATUS);
    }

    @EventListener
    void notUploaded(FileNotUploaded file) {
        book.raise(new Cause(
                AlertRule.FILES_STUCK,
                ALL,
                file.name() + " " + file.tries(),
                file.name() + ": " + file.failure(),
                "debt",
                null));
    }

    /** What 1C leaves unconfirmed is no event, it is silence; an unknown word stays a question until somebody answers it. */
    @Override
    public List<Cause> look() {
        Stream<Cause> silent = unconfirmed.newest().stream()
                .map(number ->
                        new Cause(AlertRule.ORDERS_UNCONFIRMED, ALL, number, number, "orders?show=trouble", null));
        Stream<Cause> words = questions.words().stream()
                .map(word -> new Cause(
                        AlertRule.UNKNOWN_STATUS,
                        word.word(),
                        word.firstAt().toString(),
                        word.somePart(),
                        "settings/statuses",
                        null));
        return Stream.concat(silent, words).toList();
    }

    @Override
    public boolean isOver(Alert alert) {
        return switch (alert.rule()) {
            case FILES_STUCK -> files.count() == 0;
            case ORDERS_UNCONFIRMED -> unconfirmed.newest().isEmpty();
            default -> questions.words().stream().noneMatch(word -> word.word().equals(alert.subject()));
        };
    }
}
