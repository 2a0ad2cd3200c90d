package ru.freesport.console.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import ru.freesport.console.catalog.CappedCount;
import ru.freesport.console.catalog.ListedProduct;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.catalog.ProductFilter;
import ru.freesport.console.catalog.Products;
import ru.freesport.console.shared.ui.DownloadLinks;
import ru.freesport.console.shared.ui.EmptyState;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.ViewState;

/** The catalogue: a list by filter and, beside it, the product that the address names. */
@Route("products/:id?")
@RolesAllowed({"ADMIN", "MANAGER", "OPERATIONS", "SUPPORT", "FINANCE", "VIEWER"})
final class ProductsView extends MasterDetailLayout
        implements HasDynamicTitle, BeforeEnterObserver, AfterNavigationObserver {

    private static final String PATH = "products";
    private static final int NARROW = 700;

    private final Products products;
    private final Grid<ListedProduct> grid = new Grid<>();
    private final FilterBar filter = new FilterBar(Texts.t("catalog.products.filter"));
    private final Span total = new Span();
    private final DownloadLinks downloads = new DownloadLinks();
    private String opened = "";
    private String title = Texts.t("catalog.products.title");
    private Optional<Product> product = Optional.empty();
    private boolean narrow;

    ProductsView(Products products) {
        this.products = products;

        columns();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("product-grid");
        grid.setEmptyStateComponent(new EmptyState(
                VaadinIcon.PACKAGE, Texts.t("catalog.products.empty"), Texts.t("catalog.products.emptyHint")));
        grid.setItemsPageable(page ->
                products.page(ProductAddress.filter(filter.state()), (int) page.getOffset(), page.getPageSize()));
        ProductAddress.QUICK.forEach(id -> filter.quick(id, Texts.t("catalog.products.quick." + id)));
        new ChoiceBox(Texts.t("catalog.products.brand"), ProductAddress.BRAND, products.brands()).join(filter);
        new ChoiceBox(Texts.t("catalog.products.category"), ProductAddress.CATEGORY, products.categories())
                .join(filter);
        filter.end(total, downloads);

        filter.onChange(this::show);
        grid.addItemClickListener(click -> open(Long.toString(click.getItem().id())));
        addBackdropClickListener(_ -> open(""));
        addDetailEscapePressListener(_ -> open(""));

        Div list = new Div(new PageHeader(Texts.t("catalog.products.title")), filter, grid);
        list.addClassName("page");
        setMaster(list);
        setMasterSize("20rem", true);
        setDetailSize("38rem");
        setOverlaySize("min(100%, 44rem)");
        addClassName("products");
        setSizeFull();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = event.getRouteParameters().get("id").orElse("");
        product = opened.isEmpty() ? Optional.empty() : products.find(opened);
        title = product.map(Product::name).orElseGet(() -> Texts.t("catalog.products.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (opened.isEmpty()) {
            setDetail(null);
        } else {
            setDetail(product.<com.vaadin.flow.component.Component>map(found -> new ProductDetail(found, close()))
                    .orElseGet(() -> new EmptyState(
                                    VaadinIcon.PACKAGE,
                                    Texts.t("catalog.product.unknown"),
                                    Texts.t("catalog.product.unknownHint", opened))
                            .action(close())));
        }
        if (grid.getColumnByKey("article").isVisible() != (opened.isEmpty() && !narrow)) {
            grid.getDataProvider().refreshAll();
        }
        showColumns();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addBrowserWindowResizeListener(resize -> width(resize.getWidth()));
        getElement().executeJs("return window.innerWidth").then(Integer.class, this::width);
    }

    private void columns() {
        grid.addComponentColumn(row -> new Thumbnail(row.picture(), ""))
                .setHeader(picture())
                .setWidth("3.75rem")
                .setFlexGrow(0);
        grid.addColumn(ListedProduct::article)
                .setKey("article")
                .setHeader(Texts.t("catalog.product.article"))
                .setWidth("8rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::name)
                .setHeader(Texts.t("catalog.product.name"))
                .setFlexGrow(1);
        grid.addColumn(ListedProduct::brand)
                .setKey("brand")
                .setHeader(Texts.t("catalog.product.brand"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(ProductWords::retail)
                .setKey("retail")
                .setHeader(Texts.t("catalog.product.retail"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8.5rem")
                .setFlexGrow(0);
        grid.addColumn(row -> ProductWords.quantity(row.stock()))
                .setKey("stock")
                .setHeader(Texts.t("catalog.product.stock"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> new TimeAgo(row.changedAt()))
                .setKey("changed")
                .setHeader(Texts.t("catalog.product.changed"))
                .setWidth("9rem")
                .setFlexGrow(0);
    }

    private static Span picture() {
        Span header = new Span();
        header.getElement().setAttribute("role", "img").setAttribute("aria-label", Texts.t("catalog.product.picture"));
        return header;
    }

    private Div name(ListedProduct row) {
        Span name = new Span(row.name());
        name.addClassName("product-name");
        name.setTitle(row.name());
        Div cell = new Div(name);
        cell.addClassName("product-cell");
        if (!row.active()) {
            cell.add(ProductWords.state(false, row.deleted()));
        }
        if (narrow || !opened.isEmpty()) {
            String article = row.article() == null ? ProductWords.NOTHING : row.article();
            Span second = new Span(narrow ? article + " · " + ProductWords.retail(row) : article);
            second.addClassName("product-second");
            cell.add(second);
        }
        return cell;
    }

    private void show(ViewState state) {
        ProductFilter wanted = ProductAddress.filter(state);
        grid.getDataProvider().refreshAll();
        CappedCount count = products.count(wanted);
        total.setText(
                count.isCapped()
                        ? Texts.t("catalog.products.more", count.value())
                        : Texts.plural("catalog.products.total", count.value()));
        downloads.show(ProductExport.of(products, wanted));
    }

    private void open(String id) {
        UI ui = getUI().orElseThrow();
        ui.navigate(id.isEmpty() ? PATH : PATH + "/" + id, filter.state().toParameters());
    }

    private Button close() {
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> open(""));
        close.addThemeVariants(
                com.vaadin.flow.component.button.ButtonVariant.LUMO_TERTIARY,
                com.vaadin.flow.component.button.ButtonVariant.LUMO_ICON);
        close.setAriaLabel(Texts.t("shared.close"));
        close.getElement().setAttribute("data-key", "back");
        return close;
    }

    private void width(int pixels) {
        boolean wasNarrow = narrow;
        narrow = pixels < NARROW;
        if (narrow != wasNarrow) {
            showColumns();
            grid.getDataProvider().refreshAll();
        }
    }

    /** Beside an opened product there is room for what tells products apart; a telephone has room for the name. */
    private void showColumns() {
        boolean roomy = opened.isEmpty() && !narrow;
        grid.getColumnByKey("article").setVisible(roomy);
        grid.getColumnByKey("brand").setVisible(roomy);
        grid.getColumnByKey("retail").setVisible(!narrow);
        grid.getColumnByKey("changed").setVisible(roomy);
    }
}
