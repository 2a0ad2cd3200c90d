package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One bar over a list: quick filters as chips, choices, and a text field that takes any identifier. The address is the
 * truth: a change navigates, and what the address says is shown and handed to the view, so Back and links work.
 */
public final class FilterBar extends Div implements AfterNavigationObserver {

    private static final int TYPING_PAUSE = 400;

    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Div end = new Div();
    private final Map<String, Button> quick = new LinkedHashMap<>();
    private final Map<String, Select<String>> choices = new LinkedHashMap<>();
    private final List<Consumer<ViewState>> listeners = new ArrayList<>();
    private ViewState state = ViewState.EMPTY;
    private Predicate<String> isPersonal = _ -> false;
    private String unsaid = "";

    /** @param searchHint what the text field takes, e.g. "Артикул, название или код 1С" */
    public FilterBar(String searchHint) {
        search.setPlaceholder(searchHint);
        search.setAriaLabel(searchHint);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE);
        search.getElement().setAttribute("data-key", "filter");
        search.addClassName("filter-bar-search");
        chips.addClassName("filter-bar-chips");
        chips.getElement().setAttribute("role", "group");
        end.addClassName("filter-bar-end");
        addClassName("filter-bar");
        add(search, chips, end);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searched(change.getValue().strip());
            }
        });
    }

    /** Searches for such texts stay out of the address: names, phones and the like end up in histories and logs. */
    public FilterBar keepOutOfAddress(Predicate<String> personal) {
        isPersonal = personal;
        return this;
    }

    /** For a list that is not searched by text. */
    public FilterBar withoutSearch() {
        search.setVisible(false);
        return this;
    }

    /** A quick filter that is on or off; the view asks {@code state.quick(id)}. */
    public FilterBar quick(String id, String label) {
        Button chip = new Button(label, _ -> toggle(id));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        chip.addClassName("chip");
        quick.put(id, chip);
        chips.add(chip);
        return this;
    }

    /** One of several values, kept in the address under {@code name}; {@code options} maps value to label. */
    public FilterBar choice(String name, String label, Map<String, String> options) {
        Select<String> select = new Select<>();
        select.setItems(options.keySet());
        select.setItemLabelGenerator(value -> value == null ? label : options.getOrDefault(value, value));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(label);
        select.setPlaceholder(label);
        select.setAriaLabel(label);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(state.with(name, change.getValue() == null ? "" : change.getValue()));
            }
        });
        choices.put(name, select);
        addComponentAtIndex(getComponentCount() - 1, select);
        return this;
    }

    /** What the person wants to come back to is kept under names. */
    public FilterBar savedViews(SavedViews store, String list) {
        SavedViewsMenu menu = new SavedViewsMenu(store, list, this::go);
        end.addComponentAsFirst(menu);
        return onChange(_ -> menu.show(state));
    }

    /** Puts something at the end of the bar: a count, an export button. */
    public FilterBar end(Component... components) {
        end.add(components);
        return this;
    }

    /** Called with what the address says, on opening and on every change. */
    public FilterBar onChange(Consumer<ViewState> listener) {
        listeners.add(listener);
        return this;
    }

    public ViewState state() {
        return state;
    }

    /** What is searched, whether the address says it or not. */
    public ViewState asked() {
        return unsaid.isEmpty() ? state : state.withSearch(unsaid);
    }

    /** Goes to the same page with another state, as if a person had chosen it. */
    public void go(ViewState next) {
        if (!next.equals(state)) {
            UI ui = getUI().orElseThrow();
            ui.navigate(ui.getActiveViewLocation().getPath(), next.toParameters());
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(ViewState.of(event.getLocation().getQueryParameters()));
    }

    private void searched(String text) {
        unsaid = isPersonal.test(text) ? text : "";
        ViewState next = state.withSearch(unsaid.isEmpty() ? text : "");
        if (next.equals(state)) {
            show(next);
        } else {
            go(next);
        }
    }

    private void show(ViewState next) {
        if (!next.search().isEmpty()) {
            unsaid = "";
        }
        state = next;
        search.setValue(asked().search());
        quick.forEach((id, chip) -> {
            chip.getElement().setAttribute("aria-pressed", Boolean.toString(next.quick(id)));
            chip.setClassName("chip-on", next.quick(id));
        });
        choices.forEach((name, select) -> select.setValue(next.one(name).orElse(null)));
        listeners.forEach(listener -> listener.accept(asked()));
    }

    private void toggle(String id) {
        List<String> on = new ArrayList<>(state.quick());
        if (!on.remove(id)) {
            on.add(id);
        }
        go(state.withQuick(on));
    }
}
