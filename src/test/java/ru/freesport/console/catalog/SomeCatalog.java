package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Catalogue data for one test, taken in the way packets are; ids and names carry a mark of their own. */
public final class SomeCatalog {

    public static final String RETAIL = "3d1482c4-bd77-11e4-afc8-20cf3073dde3";
    private static final long RUN = 1;

    public final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final DataSource database;

    public SomeCatalog(DataSource database) {
        this.database = database;
    }

    public interface Taking {
        void take(CatalogIntake intake) throws Exception;
    }

    public SomeCatalog with(Taking taking) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (CatalogIntake intake = new CatalogIntake(connection, RUN)) {
                taking.take(intake);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public String id(String id) {
        return mark + "-" + id;
    }

    public SomeCatalog product(String id, String name) {
        return product(id, name, null, null, List.of(), Map.of(), null);
    }

    public SomeCatalog product(
            String id,
            String name,
            @Nullable String article,
            @Nullable String brand,
            List<String> categories,
            Map<String, String> properties,
            @Nullable String description) {
        return with(intake -> intake.products(List.of(new ProductRow(
                id(id),
                false,
                name,
                article,
                null,
                null,
                description,
                null,
                null,
                brand,
                null,
                null,
                null,
                null,
                null,
                categories,
                new TreeMap<>(properties),
                new TreeMap<>(),
                List.of()))));
    }

    public SomeCatalog variant(String id, String name, @Nullable String barcode) {
        String product = id.substring(0, id.indexOf('#'));
        return with(intake -> intake.variants(
                List.of(new VariantRow(
                        id(id),
                        id(product),
                        id.substring(id.indexOf('#') + 1),
                        false,
                        name,
                        null,
                        barcode,
                        null,
                        new TreeMap<>())),
                SomeCatalog::fail));
    }

    public SomeCatalog price(String variant, String type, String amount) {
        return with(intake -> intake.prices(
                List.of(new VariantPrices(
                        id(variant),
                        id(variant),
                        List.of(new VariantPrices.Price(type, new BigDecimal(amount), "RUB")))),
                SomeCatalog::fail));
    }

    public SomeCatalog warehouse(String id, String name) {
        return with(intake -> intake.warehouses(List.of(new DictionaryRow.Warehouse(id(id), name, false))));
    }

    public SomeCatalog stock(String variant, String warehouse, String quantity) {
        return with(intake -> intake.stock(
                List.of(new VariantStock(
                        id(variant),
                        id(variant),
                        List.of(new VariantStock.Quantity(id(warehouse), new BigDecimal(quantity))))),
                (_, _, _) -> {}));
    }

    public SomeCatalog priceType(String id, String name) {
        return with(
                intake -> intake.priceTypes(List.of(new DictionaryRow.PriceType(id(id), name, "RUB", true, false))));
    }

    public SomeCatalog category(String id, @Nullable String parent, String name) {
        return with(intake -> intake.categories(
                List.of(new DictionaryRow.Category(id(id), parent == null ? null : id(parent), name, false))));
    }

    private static void fail(int row, int part, Obstacle obstacle) {
        throw new IllegalStateException("not taken: " + obstacle);
    }
}
