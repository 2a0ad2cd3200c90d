package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.simulator.PushRequest;
import ru.freesport.console.simulator.onec.SimulatedOnec;

/** What the simulated 1C can be made to do: run an exchange with the console, move an order it has. */
final class OnecActs extends Section {

    private static final String CONFIRM = "confirm";
    private static final String REVERT = "revert";
    private static final String SHIP = "ship";

    private final SimulatedOnec onec;
    private final Grid<Map<String, Object>> orders = new Grid<>();
    private final Pre replies = new Pre();
    private final Div pushes = new Div();
    private List<Map<String, Object>> shown = List.of();

    OnecActs(SimulatedOnec onec) {
        this.onec = onec;
        addClassName("lab-section");
        pushes.addClassName("lab-faults");
        pushes.add(
                push("catalog", new PushRequest(List.of("catalog"), true)),
                push("sale", new PushRequest(List.of("sale"), true)),
                push("saleWithoutSuccess", new PushRequest(List.of("sale"), false)),
                push("orders", new PushRequest(List.of("orders"), true)));
        replies.setVisible(false);
        orders.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        orders.setSelectionMode(Grid.SelectionMode.NONE);
        orders.setAllRowsVisible(true);
        column("number");
        column("shopNumber");
        column("sum");
        column("status");
        column("way");
        orders.addComponentColumn(this::acts)
                .setHeader(Texts.t("simulator.order.acts"))
                .setAutoWidth(true);
        orders.setEmptyStateComponent(new EmptyState(
                VaadinIcon.PACKAGE, Texts.t("simulator.order.none"), Texts.t("simulator.order.noneNext")));
        add(new H2(Texts.t("simulator.acts.title")), pushes, replies, orders);
    }

    void refresh() {
        List<Map<String, Object>> now = onec.objects().reversed();
        if (!now.equals(shown)) {
            shown = now;
            orders.setItems(now);
        }
    }

    private void column(String key) {
        orders.addColumn(order -> String.valueOf(order.get(key)))
                .setHeader(Texts.t("simulator.order." + key))
                .setAutoWidth(true);
    }

    private Button push(String key, PushRequest wanted) {
        Button button = new Button(Texts.t("simulator.push." + key), VaadinIcon.EXCHANGE.create());
        button.addClickListener(_ -> push(wanted, button));
        return button;
    }

    /** An exchange takes seconds, so the page goes on meanwhile. */
    private void push(PushRequest wanted, Button pressed) {
        UI ui = pressed.getUI().orElseThrow();
        pushes.setEnabled(false);
        Thread.ofVirtual().name("lab-exchange").start(() -> {
            String said = said(wanted);
            ui.access(() -> {
                pushes.setEnabled(true);
                replies.setText(said);
                replies.setVisible(true);
            });
        });
    }

    private String said(PushRequest wanted) {
        try {
            return String.join(
                    "\n",
                    onec.push(wanted).values().stream().flatMap(List::stream).toList());
        } catch (RuntimeException broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    private Component acts(Map<String, Object> order) {
        String id = String.valueOf(order.get("id"));
        Div acts = new Div(act(id, CONFIRM, CONFIRM), act(id, SHIP, SHIP), act(id, REVERT, REVERT));
        acts.addClassName("row-actions");
        return acts;
    }

    private Button act(String id, String key, String act) {
        Button button = new Button(Texts.t("simulator.act." + key), _ -> {
            onec.act(id, act);
            refresh();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
