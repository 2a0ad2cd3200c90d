package ru.freesport.console.simulator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.simulator.yookassa.SimulatedYooKassa;

/** What the simulated YooKassa has, and what a customer, a bank or time does to it. */
final class YooKassaActs extends Section {

    private static final int SHOWN = 50;

    private final SimulatedYooKassa yookassa;
    private final Grid<Map<String, Object>> grid = new Grid<>();
    private List<Map<String, Object>> shown = List.of();

    YooKassaActs(SimulatedYooKassa yookassa) {
        this.yookassa = yookassa;
        addClassName("lab-section");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addColumn(object -> Texts.t("simulator.payments.kind." + object.get("kind")))
                .setHeader(Texts.t("simulator.payments.kind"))
                .setAutoWidth(true);
        grid.addColumn(object -> amount(object))
                .setHeader(Texts.t("simulator.payments.amount"))
                .setAutoWidth(true);
        column("status");
        grid.addColumn(object -> text(object, "description"))
                .setHeader(Texts.t("simulator.payments.description"))
                .setFlexGrow(1);
        column("id");
        grid.addComponentColumn(this::acts)
                .setHeader(Texts.t("simulator.payments.acts"))
                .setAutoWidth(true);
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.CREDIT_CARD, Texts.t("simulator.payments.none"), Texts.t("simulator.payments.noneNext")));
        add(new H2(Texts.t("simulator.payments.title")), grid);
    }

    void refresh() {
        List<Map<String, Object>> now =
                yookassa.objects().reversed().stream().limit(SHOWN).toList();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
    }

    private void column(String key) {
        grid.addColumn(object -> text(object, key))
                .setHeader(Texts.t("simulator.payments." + key))
                .setAutoWidth(true);
    }

    private static String text(Map<String, Object> object, String key) {
        Object value = object.get(key);
        return value == null ? "" : value.toString();
    }

    private static String amount(Map<String, Object> object) {
        return object.get("amount") instanceof Map<?, ?> money ? String.valueOf(money.get("value")) : "";
    }

    private Component acts(Map<String, Object> object) {
        Div acts = new Div();
        acts.addClassName("row-actions");
        boolean isPending = "pending".equals(object.get("status"));
        switch (text(object, "kind")) {
            case "payment" -> {
                if (object.get("confirmation") instanceof Map<?, ?> confirmation) {
                    acts.add(new Anchor(
                            String.valueOf(confirmation.get("confirmation_url")),
                            Texts.t("simulator.payments.act.page"),
                            AnchorTarget.BLANK));
                    acts.add(act(object, "pay", "pay"), act(object, "decline", "decline"));
                }
                if (isPending || "waiting_for_capture".equals(object.get("status"))) {
                    acts.add(act(object, "expire", "expire"));
                }
                if ("succeeded".equals(object.get("status"))) {
                    acts.add(act(object, "hold-refunds", "hold-refunds"));
                }
            }
            case "refund" -> {
                if (isPending) {
                    acts.add(act(object, "settle", "pay"), act(object, "decline", "decline"));
                }
            }
            default -> acts.add(act(object, "decline", "decline"));
        }
        return acts;
    }

    private Button act(Map<String, Object> object, String key, String act) {
        Button button = new Button(Texts.t("simulator.payments.act." + key), _ -> {
            yookassa.act(text(object, "id"), act);
            refresh();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
