package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.Warehouse;
import ru.freesport.console.catalog.WarehouseUse;
import ru.freesport.console.shared.ui.CopyChip;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** Which 1C id is which warehouse. */
final class WarehousesTab extends Div {

    private static final Set<Integer> NO_NUMBERS = Set.of();

    private final Mappings mappings;
    private final MappingActs acts;
    private final boolean mayDecide;
    private final List<Warehouse> warehouses;

    WarehousesTab(Mappings mappings, Map<String, Long> held, MappingActs acts, boolean mayDecide) {
        this.mappings = mappings;
        this.acts = acts;
        this.mayDecide = mayDecide;
        this.warehouses = mappings.warehouses();
        List<WarehouseUse> uses = mappings.warehouseIds();
        uses.stream().filter(WarehouseUse::isOpen).forEach(use -> add(question(use, held.get(use.onecId()))));
        List<WarehouseUse> decided = uses.stream().filter(use -> !use.isOpen()).toList();
        if (decided.isEmpty()) {
            add(new EmptyState(
                    VaadinIcon.STORAGE,
                    Texts.t("catalog.mappings.noWarehouses"),
                    Texts.t("catalog.mappings.noWarehousesHint")));
        } else {
            add(Facts.block(Texts.t("catalog.mappings.tab.warehouses"), table(decided)));
        }
        List<Warehouse> left =
                warehouses.stream().filter(one -> one.onecIds() == 0).toList();
        if (!left.isEmpty()) {
            add(Facts.block(Texts.t("catalog.mappings.leftWarehouses"), left(left)));
        }
    }

    private Component question(WarehouseUse use, @Nullable Long held) {
        Question question = new Question(Texts.t("catalog.mappings.question.warehouse"), use.onecId(), held);
        if (!mayDecide) {
            return question;
        }
        Select<Warehouse> known = new Select<>();
        known.setItems(warehouses);
        known.setItemLabelGenerator(MappingWords::warehouse);
        known.setPlaceholder(Texts.t("catalog.mappings.joinWarehouse"));
        known.setAriaLabel(Texts.t("catalog.mappings.joinWarehouse"));
        known.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                join(use, change.getValue());
                known.clear();
            }
        });
        if (!warehouses.isEmpty()) {
            question.answer(known);
        }
        return question.button(Texts.t("catalog.mappings.acceptWarehouse"), false, () -> accept(use))
                .button(Texts.t("catalog.mappings.ignore"), false, () -> ignore(use));
    }

    private Component table(List<WarehouseUse> uses) {
        NativeTable table = Facts.table(
                List.of(
                        Texts.t("catalog.stock.warehouse"),
                        Texts.t("catalog.product.onecId"),
                        Texts.t("catalog.mappings.changed"),
                        ""),
                NO_NUMBERS);
        uses.forEach(use -> Facts.row(
                table,
                NO_NUMBERS,
                use.ignored() ? new StatusBadge(Tone.QUIET, Texts.t("catalog.mappings.ignored")) : name(use),
                new CopyChip(use.onecId()),
                PriceTypesTab.changed(use.changedBy(), use.changedAt()),
                mayDecide ? menu(use) : new Span()));
        return Facts.scrolling(table);
    }

    private Component name(WarehouseUse use) {
        return warehouses.stream()
                .filter(one -> use.warehouseId() != null && one.id() == use.warehouseId())
                .findFirst()
                .map(one -> new Span(MappingWords.warehouse(one)))
                .orElseGet(() -> new Span(ProductWords.NOTHING));
    }

    private Component menu(WarehouseUse use) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_SMALL);
        MenuItem item = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        item.setAriaLabel(Texts.t("shared.header.more"));
        if (use.ignored()) {
            item.getSubMenu().addItem(Texts.t("catalog.mappings.useAgain"), _ -> useAgain(use));
        }
        warehouses.stream()
                .filter(one -> use.warehouseId() == null || one.id() != use.warehouseId())
                .forEach(one -> item.getSubMenu()
                        .addItem(Texts.t("catalog.mappings.moveTo", MappingWords.warehouse(one)), _ -> join(use, one)));
        if (!use.ignored()) {
            item.getSubMenu().addItem(Texts.t("catalog.mappings.makeOwn"), _ -> accept(use));
            item.getSubMenu().addItem(Texts.t("catalog.mappings.ignore"), _ -> ignore(use));
        }
        return menu;
    }

    private void join(WarehouseUse use, Warehouse to) {
        String wish = Texts.t("catalog.mappings.wish", use.onecId(), to.name());
        if (use.warehouseId() == null) {
            acts.decide(wish, "", reason -> mappings.joinWarehouse(use.onecId(), to.id(), use.version(), reason));
            return;
        }
        acts.ask(
                Texts.t("catalog.mappings.moveId"),
                Texts.t("catalog.mappings.fromTo", use.warehouseName(), to.name()),
                effect(use),
                Texts.t("catalog.mappings.moveVerb"),
                wish,
                reason -> mappings.joinWarehouse(use.onecId(), to.id(), use.version(), reason));
    }

    private void accept(WarehouseUse use) {
        new NewWarehouseDialog(
                        use.onecId(),
                        use.warehouseId() == null ? null : effect(use),
                        (name, reason) -> acts.decide(
                                Texts.t("catalog.mappings.wish", use.onecId(), name),
                                reason,
                                why -> mappings.acceptWarehouse(use.onecId(), name, use.version(), why)))
                .open();
    }

    private void ignore(WarehouseUse use) {
        acts.ask(
                Texts.t("catalog.mappings.ignoreWarehouse"),
                use.warehouseName() == null ? use.onecId() : use.warehouseName(),
                use.warehouseId() == null ? Texts.t("catalog.mappings.ignoreWarehouse.effect") : effect(use),
                Texts.t("catalog.mappings.ignore"),
                Texts.t("catalog.mappings.ignored"),
                reason -> mappings.ignoreWarehouse(use.onecId(), true, use.version(), reason));
    }

    private void useAgain(WarehouseUse use) {
        acts.decide(
                Texts.t("catalog.mappings.useAgain"),
                "",
                reason -> mappings.ignoreWarehouse(use.onecId(), false, use.version(), reason));
    }

    /** Stock that was written stays where it was: what that means depends on whether another id still leads there. */
    private String effect(WarehouseUse use) {
        boolean last = warehouses.stream()
                .anyMatch(one -> use.warehouseId() != null && one.id() == use.warehouseId() && one.onecIds() <= 1);
        return Texts.t(last ? "catalog.mappings.stockStays.last" : "catalog.mappings.stockStays", use.warehouseName());
    }

    private static Component left(List<Warehouse> left) {
        Div words = new Div();
        left.forEach(one -> words.add(new Div(Facts.quiet(one.name()))));
        return words;
    }
}
