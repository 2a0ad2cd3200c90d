package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.statuses.StatusMap;
import ru.freesport.console.shared.ui.FactsTable;
import ru.freesport.console.shared.ui.Texts;

/** The map as it holds: each of 1C's words and what it means, in the order an order goes through them. */
final class StatusMapTab extends Div {

    private static final Comparator<StatusMap.Word> IN_ORDER = Comparator.comparing(
                    StatusMap.Word::status, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StatusMap.Word::word);

    private final StatusMap map;
    private final StatusActs acts;

    StatusMapTab(StatusMap map, StatusActs acts, boolean mayMap) {
        this.map = map;
        this.acts = acts;
        addClassName("status-map");
        add(new Paragraph(Texts.t("orders.statuses.map.help")));
        if (mayMap) {
            add(addition());
        }
        add(table(mayMap));
    }

    private Component table(boolean mayMap) {
        FactsTable table = new FactsTable(
                List.of(Texts.t("orders.statuses.onecWord"), Texts.t("orders.statuses.means"), ""), Set.of());
        map.words().stream()
                .sorted(IN_ORDER)
                .forEach(word -> table.row(
                        new Span(word.word()),
                        mayMap ? editor(word) : meaning(word.status()),
                        mayMap ? remover(word) : new Span()));
        return table;
    }

    private static Component meaning(@Nullable OrderStatus status) {
        return status == null ? new Span(StatusActs.words(null)) : OrderWords.status(status);
    }

    private Component editor(StatusMap.Word word) {
        Select<OrderStatus> editor = statuses();
        editor.setAriaLabel(Texts.t("orders.statuses.meansOf", word.word()));
        editor.setValue(word.status());
        editor.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                OrderStatus wanted = change.getValue();
                // what holds stays on the screen until the person has said why
                editor.setValue(word.status());
                acts.say(word.word(), wanted, StatusActs.words(word.status()), map.version());
            }
        });
        return editor;
    }

    private Component remover(StatusMap.Word word) {
        Button button = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> acts.forget(word, map.version()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.t("orders.statuses.forget.of", word.word()));
        button.setTooltipText(Texts.t("orders.statuses.forget.verb"));
        return button;
    }

    private Component addition() {
        TextField word = new TextField(Texts.t("orders.statuses.onecWord"));
        Select<OrderStatus> means = statuses();
        means.setLabel(Texts.t("orders.statuses.means"));
        means.setValue(OrderStatus.PENDING);
        Button add = new Button(
                Texts.t("orders.statuses.add"),
                VaadinIcon.PLUS.create(),
                _ -> map.find(word.getValue())
                        .ifPresentOrElse(
                                known -> acts.say(
                                        known.word(),
                                        means.getValue(),
                                        StatusActs.words(known.status()),
                                        map.version()),
                                () -> acts.say(word.getValue(), means.getValue(), null, map.version())));
        Div row = new Div(word, means, add);
        row.addClassName("status-addition");
        return row;
    }

    private static Select<OrderStatus> statuses() {
        Select<OrderStatus> select = new Select<>();
        select.setItems(OrderStatus.values());
        select.setItemLabelGenerator(StatusActs::words);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(StatusActs.words(null));
        return select;
    }
}
