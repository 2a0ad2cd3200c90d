package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.Seeded;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.DictionaryRow;
import ru.freesport.console.catalog.ProductRow;
import ru.freesport.console.catalog.SomeCatalog;
import ru.freesport.console.catalog.VariantStock;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Registration;

/** Customers, goods and orders for one test; names and ids carry a mark of their own. */
public final class SomeOrders {

    /** The two warehouses of the installation's routes: the product's own VAT, and 5 % fixed. */
    public static final String OWN_VAT_WAREHOUSE = "8f06f4f1-b3f0-11ea-81c3-00155d3cae02";

    public static final String FIVE_PERCENT_WAREHOUSE = "b41f7acc-58e5-11f0-90b3-fa163ea88911";

    public final SomeCatalog catalog;
    private final Customers customers;
    private final Orders orders;

    public SomeOrders(DataSource database, Customers customers, Orders orders) {
        this.catalog = new SomeCatalog(database);
        this.customers = customers;
        this.orders = orders;
        catalog.with(intake -> intake.warehouses(List.of(
                new DictionaryRow.Warehouse(OWN_VAT_WAREHOUSE, "1 СДВ склад", false),
                new DictionaryRow.Warehouse(FIVE_PERCENT_WAREHOUSE, "2 ТЛВ склад", false))));
        catalog.with(intake ->
                intake.priceTypes(List.of(new DictionaryRow.PriceType(SomeCatalog.RETAIL, "РРЦ", "RUB", true, false))));
        catalog.with(intake -> intake.units(List.of(new DictionaryRow.Unit("796", "шт", "Штука", "PCE", false))));
    }

    /** @return the variant's 1C id */
    public String goods(String id, @Nullable String vat, String retailPrice, @Nullable String warehouse) {
        String product = catalog.id(id);
        String variant = product + "#1";
        catalog.with(intake -> intake.products(List.of(new ProductRow(
                product,
                false,
                "Товар " + id + " " + catalog.mark,
                "ART-" + id,
                null,
                "796",
                null,
                null,
                null,
                null,
                vat,
                null,
                null,
                null,
                null,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of()))));
        catalog.variant(id + "#1", "Товар " + id + " " + catalog.mark, null);
        catalog.price(id + "#1", SomeCatalog.RETAIL, retailPrice);
        if (warehouse != null) {
            catalog.with(intake -> intake.stock(
                    List.of(new VariantStock(
                            variant, product, List.of(new VariantStock.Quantity(warehouse, new BigDecimal("100"))))),
                    (_, _, _) -> {}));
        }
        return variant;
    }

    public Customer person() {
        return customer(new CustomerFields(
                CustomerType.PERSON,
                "anna-" + catalog.mark + "@" + Seeded.MAIL_DOMAIN,
                Seeded.PHONE_BEGINNING + digits(),
                Seeded.FIRST_NAME,
                Seeded.LAST_NAME + "-" + catalog.mark,
                null,
                null,
                null));
    }

    public Customer company() {
        return customer(new CustomerFields(
                CustomerType.COMPANY,
                "buh-" + catalog.mark + "@" + Seeded.MAIL_DOMAIN,
                null,
                null,
                null,
                "ООО «" + Seeded.COMPANY + " " + catalog.mark + "»",
                Seeded.COMPANY_TAX_ID,
                "519001001"));
    }

    public Customer customer(CustomerFields fields) {
        return switch (RunAs.system(() -> customers.register(fields))) {
            case Registration.Done done -> done.customer();
            case Registration other -> throw new IllegalStateException(other.toString());
        };
    }

    /** One piece of a new product at 1000.00, from the first warehouse. */
    public Order order() {
        return order(
                person().id(),
                line(
                        goods(UUID.randomUUID().toString().substring(0, 8), "22", "1000.00", OWN_VAT_WAREHOUSE),
                        "1",
                        "1000.00"));
    }

    public Order order(UUID customer, NewOrder.Line... lines) {
        return placed(new NewOrder(customer, Arrays.asList(lines), OrderDelivery.NONE, BigDecimal.ZERO, null));
    }

    public Order placed(NewOrder order) {
        return switch (place(order)) {
            case Placement.Placed placed -> placed.order();
            case Placement.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    public Placement place(NewOrder order) {
        return RunAs.system(() -> orders.place(order));
    }

    public static NewOrder.Line line(String variant, String quantity, String price) {
        return new NewOrder.Line(variant, new BigDecimal(quantity), new BigDecimal(price));
    }

    private static String digits() {
        return String.format("%07d", Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 10_000_000L));
    }
}
