package ru.freesport.console.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.ListedProduct;
import ru.freesport.console.catalog.SomeCatalog;

@ConsoleTest
@WithMockUser(username = "viewer", roles = "VIEWER")
class ProductsViewTest extends SpringBrowserlessTest {

    @Autowired
    private DataSource database;

    private SomeCatalog some;

    @BeforeEach
    void begin() {
        some = new SomeCatalog(database).product("free", "Мяч без цены", "A-1", null, List.of(), Map.of(), null);
        some.product(
                        "ball",
                        "Мяч " + some.mark,
                        "A-2",
                        null,
                        List.of(),
                        Map.of(),
                        "<b>Круглый</b><br><script>alert(1)</script>мяч")
                .price("ball", SomeCatalog.RETAIL, "1012.5");
    }

    @Test
    void theAddressSaysWhatIsListed() {
        UI.getCurrent().navigate("products", QueryParameters.of("q", some.mark));
        assertThat(ids()).contains(some.id("ball")).doesNotContain(some.id("free"));
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("1 товар");
    }

    @Test
    void aQuickFilterLeavesThoseWithoutAPrice() {
        UI.getCurrent()
                .navigate(
                        "products",
                        new QueryParameters(Map.of("q", List.of(some.id("free")), "show", List.of("noprice"))));
        assertThat(ids()).containsExactly(some.id("free"));
        UI.getCurrent()
                .navigate(
                        "products",
                        new QueryParameters(Map.of("q", List.of(some.id("ball")), "show", List.of("noprice"))));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aProductOpensBesideTheListAndItsDescriptionIsHarmless() {
        UI.getCurrent().navigate("products/" + some.id("ball"));
        assertThat(find(H1.class).all()).extracting(H1::getText).contains("Мяч " + some.mark);
        assertThat(find(NativeTableCell.class).all())
                .flatExtracting(cell -> cell.getChildren().toList())
                .filteredOn(Span.class::isInstance)
                .extracting(span -> ((Span) span).getText())
                .contains("Розничная", "1\u00a0012,50\u00a0₽");
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).contains("Круглый\nмяч");
        test(find(Button.class)
                        .withPropertyValue(button -> button.getElement().getAttribute("data-key"), "back")
                        .single())
                .click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("products");
    }

    @Test
    void anUnknownProductSaysSo() {
        UI.getCurrent().navigate("products/nothing-of-the-kind");
        assertThat(find(com.vaadin.flow.component.html.H2.class).all())
                .extracting(com.vaadin.flow.component.html.H2::getText)
                .contains("Такого товара нет");
    }

    @Test
    @WithMockUser(username = "1c", roles = "EXCHANGE")
    void theExchangeAccountIsRefused() {
        assertThatThrownBy(() -> navigate(ProductsView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> ids() {
        Grid<ListedProduct> grid = find(Grid.class).first();
        return IntStream.range(0, test(grid).size())
                .mapToObj(i -> test(grid).getRow(i).onecId())
                .toList();
    }
}
