package ru.freesport.console.onec;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.DictionaryRow;
import ru.freesport.console.catalog.ProductRow;
import ru.freesport.console.catalog.VariantPrices;
import ru.freesport.console.catalog.VariantRow;
import ru.freesport.console.catalog.VariantStock;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;

/** Says in the catalogue's words what 1C says in its own. */
final class RowMapping {

    private RowMapping() {}

    static ProductRow product(CommerceMlRecord.Goods goods) {
        return new ProductRow(
                goods.id(),
                goods.deleted(),
                goods.name(),
                goods.article(),
                goods.barcode(),
                goods.unitCode(),
                goods.description(),
                goods.country(),
                goods.manufacturerName(),
                goods.brandRef(),
                goods.vatRate(),
                goods.weight(),
                goods.width(),
                goods.length(),
                goods.height(),
                goods.groupIds(),
                properties(goods.properties(), List.of()),
                named(goods.requisites()),
                goods.pictures().stream().map(RowMapping::picturePath).toList());
    }

    static VariantRow variant(CommerceMlRecord.Offer offer) {
        return new VariantRow(
                offer.id(),
                offer.productId(),
                offer.characteristicId(),
                offer.deleted(),
                offer.name(),
                offer.article(),
                offer.barcode(),
                offer.unitCode(),
                properties(offer.properties(), offer.characteristics()));
    }

    static VariantPrices prices(CommerceMlRecord.Offer offer) {
        return new VariantPrices(
                offer.id(),
                offer.productId(),
                offer.prices().stream()
                        .map(price ->
                                new VariantPrices.Price(price.typeId(), price.amount(), currency(price.currency())))
                        .toList());
    }

    static VariantStock stock(CommerceMlRecord.Offer offer) {
        return new VariantStock(
                offer.id(),
                offer.productId(),
                offer.rests().stream()
                        .map(rest -> new VariantStock.Quantity(warehouse(rest.warehouseId()), rest.quantity()))
                        .toList());
    }

    static DictionaryRow.Category category(CommerceMlRecord.Group group) {
        return new DictionaryRow.Category(group.id(), group.parentId(), group.name(), group.deleted());
    }

    static DictionaryRow.Unit unit(CommerceMlRecord.Unit unit) {
        return new DictionaryRow.Unit(
                unit.code(), unit.shortName(), unit.fullName(), unit.internationalCode(), unit.deleted());
    }

    static DictionaryRow.Property property(CommerceMlRecord.Property property) {
        return new DictionaryRow.Property(
                property.id(), property.name(), property.type().name(), property.deleted());
    }

    static DictionaryRow.PropertyValue value(CommerceMlRecord.PropertyValue value) {
        return new DictionaryRow.PropertyValue(
                value.propertyId(), value.valueId(), value.value() == null ? "" : value.value());
    }

    static DictionaryRow.PriceType priceType(CommerceMlRecord.PriceType type) {
        return new DictionaryRow.PriceType(
                type.id(), type.name(), currency(type.currency()), type.vatIncluded(), type.deleted());
    }

    static DictionaryRow.Warehouse warehouse(CommerceMlRecord.Warehouse warehouse) {
        return new DictionaryRow.Warehouse(warehouse.id(), warehouse.name(), warehouse.deleted());
    }

    /** A word that is no code of a currency leaves it to the price type. */
    private static @Nullable String currency(@Nullable String code) {
        return code != null && code.matches("[A-Z]{3}") ? code : null;
    }

    static String warehouse(@Nullable String id) {
        return id == null ? VariantStock.WHOLE_SHOP : id;
    }

    /** 1C on Linux puts a folder of its own before the path that the goods file names. */
    static String picturePath(String path) {
        String forward = path.replace('\\', '/');
        int folder = forward.indexOf("import_files/");
        return folder < 0 ? forward : forward.substring(folder);
    }

    private static SortedMap<String, String> properties(
            List<CommerceMlRecord.PropertyRef> byId, List<CommerceMlRecord.NameValue> byName) {
        SortedMap<String, String> properties = named(byName);
        byId.forEach(property -> properties.put(property.id(), property.value()));
        return properties;
    }

    private static SortedMap<String, String> named(List<CommerceMlRecord.NameValue> values) {
        SortedMap<String, String> named = new TreeMap<>();
        values.forEach(value -> named.put(value.name(), value.value()));
        return named;
    }
}
