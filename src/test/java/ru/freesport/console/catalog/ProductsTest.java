package ru.freesport.console.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
@WithMockUser(username = "viewer", roles = "VIEWER")
class ProductsTest {

    @Autowired
    private DataSource database;

    @Autowired
    private Products products;

    private SomeCatalog some;

    @BeforeEach
    void begin() {
        some = new SomeCatalog(database);
    }

    @Test
    void anyIdentifierFindsAProduct() {
        some.product(
                        "ball",
                        "Мяч " + some.mark + " игровой",
                        "ART-" + some.mark.toUpperCase(Locale.ROOT),
                        null,
                        List.of(),
                        Map.of(),
                        null)
                .variant("ball#red", "Мяч красный", "46" + some.mark);
        for (String text : List.of(
                some.id("ball"),
                some.id("ball#red"),
                "ART-" + some.mark.toUpperCase(Locale.ROOT),
                "art-" + some.mark,
                "46" + some.mark,
                "игровой " + some.mark)) {
            assertThat(found(text)).as(text).containsExactly(some.id("ball"));
        }
        assertThat(found("ничего-такого-" + some.mark)).isEmpty();
    }

    @Test
    void aPercentSignIsATextLikeAnyOther() {
        some.product("ball", "Мяч " + some.mark + " 100% кожа").product("rope", "Мяч " + some.mark + " 1000 кожа");
        assertThat(found(some.mark + " 100%")).containsExactly(some.id("ball"));
    }

    @Test
    void newestComeFirstPageByPageAndTheExportGivesThemAll() {
        for (int i = 0; i < 5; i++) {
            some.product("p" + i, "Мяч " + some.mark);
        }
        ProductFilter filter = text(some.mark);
        assertThat(products.page(filter, 0, 2))
                .extracting(ListedProduct::onecId)
                .containsExactly(some.id("p4"), some.id("p3"));
        assertThat(products.page(filter, 4, 2))
                .extracting(ListedProduct::onecId)
                .containsExactly(some.id("p0"));
        assertThat(products.count(filter)).isEqualTo(new CappedCount(5, false));
        List<String> all = new ArrayList<>();
        products.export(filter, row -> all.add(row.onecId()));
        assertThat(all).hasSize(5).startsWith(some.id("p4"));
    }

    @Test
    void aListShowsRetailFromToAndTheStockOfAllVariants() {
        some.product("ball", "Мяч " + some.mark)
                .variant("ball#a", "a", null)
                .variant("ball#b", "b", null)
                .price("ball#a", SomeCatalog.RETAIL, "990")
                .price("ball#b", SomeCatalog.RETAIL, "1090")
                .warehouse("one", "Один")
                .warehouse("two", "Два")
                .stock("ball#a", "one", "2")
                .stock("ball#a", "two", "1.5")
                .stock("ball#b", "one", "4");
        ListedProduct row = products.page(text(some.mark), 0, 10).getFirst();
        assertThat(row.retailFrom()).isEqualByComparingTo("990");
        assertThat(row.retailTo()).isEqualByComparingTo("1090");
        assertThat(row.stock()).isEqualByComparingTo("7.5");
        assertThat(row.variants()).isEqualTo(2);
    }

    @Test
    void productsWithoutAPriceOrWithoutStockAreFound() {
        some.product("full", "Мяч " + some.mark)
                .price("full", SomeCatalog.RETAIL, "990")
                .warehouse("one", "Один")
                .stock("full", "one", "2")
                .product("free", "Мяч " + some.mark)
                .price("free", SomeCatalog.RETAIL, "0")
                .stock("free", "one", "0");
        assertThat(ids(new ProductFilter(some.mark, null, true, false, null, null)))
                .containsExactly(some.id("free"));
        assertThat(ids(new ProductFilter(some.mark, null, false, true, null, null)))
                .containsExactly(some.id("free"));
    }

    @Test
    void aCategoryHoldsWhatLiesBelowItAndAPathLeadsToIt() {
        some.category("sport", null, "Спорт")
                .category("balls", "sport", "Мячи")
                .product("ball", "Мяч", null, null, List.of(some.id("balls")), Map.of(), null);
        assertThat(ids(new ProductFilter("", null, false, false, null, some.id("sport"))))
                .containsExactly(some.id("ball"));
        assertThat(products.find(some.id("ball")).orElseThrow().categories()).containsExactly(List.of("Спорт", "Мячи"));
        assertThat(products.categories())
                .filteredOn(choice -> choice.id().equals(some.id("balls")))
                .extracting(Choice::depth)
                .containsExactly(1);
    }

    @Test
    void aBrandIsFoundUnderEachOfItsIds() {
        some.with(intake -> {
            intake.properties(List.of(new DictionaryRow.Property(some.id("brand"), "Бренд", "DICTIONARY", false)));
            intake.propertyValues(List.of(
                    new DictionaryRow.PropertyValue(some.id("brand"), some.id("b1"), "Brand " + some.mark),
                    new DictionaryRow.PropertyValue(some.id("brand"), some.id("b2"), "brand " + some.mark)));
        });
        some.product("one", "Мяч", null, some.id("b1"), List.of(), Map.of(), null)
                .product("two", "Мяч", null, some.id("b2"), List.of(), Map.of(), null);
        long brand = products.brands().stream()
                .filter(choice -> choice.name().equalsIgnoreCase("Brand " + some.mark))
                .map(choice -> Long.valueOf(choice.id()))
                .findFirst()
                .orElseThrow();
        assertThat(ids(new ProductFilter("", null, false, false, brand, null)))
                .containsExactly(some.id("two"), some.id("one"));
        assertThat(products.find(some.id("two")).orElseThrow().brand()).isEqualTo("Brand " + some.mark);
    }

    @Test
    void federationFallsBackToRetailAndSaysSo() {
        some.product("ball", "Мяч").price("ball", SomeCatalog.RETAIL, "990");
        List<Product.LevelPrice> prices = products.find(some.id("ball"))
                .orElseThrow()
                .variants()
                .getFirst()
                .prices();
        assertThat(prices).extracting(Product.LevelPrice::level).containsExactly(PriceLevel.values());
        assertThat(prices)
                .filteredOn(price -> price.level() == PriceLevel.FEDERATION)
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.from()).isEqualTo(PriceLevel.RETAIL);
                    assertThat(price.amount()).isEqualByComparingTo("990");
                });
    }

    @Test
    void propertiesReadAsWordsAndWhatNoDictionaryExplainsSaysSo() {
        String unknown = "3d5f3106-4839-11ef-804f-fa163e775e1f";
        some.with(intake -> {
            intake.properties(
                    List.of(new DictionaryRow.Property(some.id("colour"), "Цвет " + some.mark, "DICTIONARY", false)));
            intake.propertyValues(
                    List.of(new DictionaryRow.PropertyValue(some.id("colour"), some.id("red"), "Красный")));
        });
        some.product(
                "ball",
                "Мяч",
                null,
                null,
                List.of(),
                Map.of(some.id("colour"), some.id("red"), some.id("size"), unknown),
                null);
        Product ball = products.find(some.id("ball")).orElseThrow();
        assertThat(ball.properties())
                .containsExactlyInAnyOrder(
                        new Product.Property(some.id("colour"), "Цвет " + some.mark, "Красный", true),
                        new Product.Property(some.id("size"), null, unknown, false));
    }

    @Test
    @WithMockUser(username = "1c", roles = "EXCHANGE")
    void theExchangeAccountSeesNoProducts() {
        assertThatThrownBy(() -> products.count(ProductFilter.ALL)).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> found(String text) {
        return ids(text(text));
    }

    private List<String> ids(ProductFilter filter) {
        return products.page(filter, 0, 50).stream().map(ListedProduct::onecId).toList();
    }

    private static ProductFilter text(String text) {
        return new ProductFilter(text, null, false, false, null, null);
    }
}
