package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an export, in plain values: trimmed, with everything 1C means by "not set" turned into null or left out. */
public sealed interface CommerceMlRecord {

    /** A group of goods; its parent has come before it. Comes once more when 1C says something about it after its children. */
    record Group(
            String id,
            @Nullable String parentId,
            @Nullable String name,
            boolean deleted,
            @Nullable String version) implements CommerceMlRecord {}

    record Unit(
            String id,
            String code,
            @Nullable String shortName,
            @Nullable String fullName,
            @Nullable String internationalCode,
            boolean deleted)
            implements CommerceMlRecord {}

    /** A property; its values follow as {@link PropertyValue}, one by one. */
    record Property(String id, @Nullable String name, ValueType type, boolean forOffers, boolean deleted)
            implements CommerceMlRecord {}

    record PropertyValue(
            String propertyId, String valueId, @Nullable String value) implements CommerceMlRecord {}

    record PriceType(
            String id,
            @Nullable String name,
            @Nullable String currency,
            @Nullable Boolean vatIncluded,
            boolean deleted) implements CommerceMlRecord {}

    record Warehouse(String id, @Nullable String name, boolean deleted) implements CommerceMlRecord {}

    /**
     * A product.
     *
     * @param brandRef what the property or, failing that, the requisite "Бренд" holds: an id of a brand or its name
     * @param vatRate percent as "20", {@link #NO_VAT}, or null when the file does not tell
     */
    record Goods(
            String id,
            @Nullable String version,
            boolean deleted,
            @Nullable String barcode,
            @Nullable String article,
            @Nullable String name,
            @Nullable String unitCode,
            List<String> groupIds,
            @Nullable String description,
            List<String> pictures,
            @Nullable String country,
            @Nullable String manufacturerId,
            @Nullable String manufacturerName,
            List<PropertyRef> properties,
            @Nullable String brandRef,
            @Nullable String vatRate,
            List<NameValue> requisites,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal width,
            @Nullable BigDecimal length,
            @Nullable BigDecimal height)
            implements CommerceMlRecord {}

    /**
     * One Предложение of whatever file: a description of a variant, its prices, its rests, or all of them.
     *
     * @param id as 1C gives it, {@code product} or {@code product#characteristic}
     * @param described it carries a name, so it is more than a holder of prices or rests
     * @param properties machine values of ЗначенияСвойств
     * @param characteristics values for display, by name; only when there are no machine values
     * @param hasPrices a section of prices stands in it, even an empty one
     * @param hasRests the same of rests
     */
    record Offer(
            String id,
            String productId,
            @Nullable String characteristicId,
            @Nullable String version,
            boolean deleted,
            boolean described,
            @Nullable String barcode,
            @Nullable String article,
            @Nullable String name,
            @Nullable String unitCode,
            List<PropertyRef> properties,
            List<NameValue> characteristics,
            boolean hasPrices,
            List<Price> prices,
            boolean hasRests,
            List<Rest> rests)
            implements CommerceMlRecord {}

    /**
     * A counterparty.
     *
     * @param isBuyer Покупатель is among its roles
     * @param fullName of a person or sole proprietor
     * @param officialName of a company
     * @param address where it really is
     */
    record Counterparty(
            String id,
            @Nullable String guid,
            @Nullable String version,
            boolean deleted,
            boolean isBuyer,
            @Nullable String name,
            @Nullable String fullName,
            @Nullable String officialName,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String taxId,
            @Nullable String kpp,
            @Nullable String registeredAt,
            @Nullable String address,
            List<Contact> contacts)
            implements CommerceMlRecord {

        /** Personal data never goes to logs. */
        @Override
        public String toString() {
            return "Counterparty[" + id + "]";
        }
    }

    /**
     * A row, or a part of a row, that cannot be taken. The good rest of an offer or product has come just before.
     *
     * @param id of the row it stands in, when that is known
     * @param parentId of the group or property around it
     * @param detail the offending text, shortened
     */
    record Malformed(
            CommerceMlKind kind,
            @Nullable String id,
            @Nullable String parentId,
            RowProblem reason,
            String detail) implements CommerceMlRecord {}

    /** The value of a property: an id of a {@link PropertyValue}, a number or a text. */
    record PropertyRef(String id, String value) {}

    record NameValue(String name, String value) {}

    /**
     * @param amount null when 1C says the price is not set
     * @param currency three letters; null when the file leaves it to the price type
     * @param text the amount as written
     */
    record Price(
            String typeId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String unit,
            @Nullable BigDecimal minQuantity,
            @Nullable String text) {}

    /** @param warehouseId null when the file does not split the stock by warehouses */
    record Rest(@Nullable String warehouseId, BigDecimal quantity) {}

    /** A way to reach a counterparty. */
    record Contact(Kind kind, String value) {

        /** As far as it matters to a shop; real files go beyond the schema's list. */
        public enum Kind {
            PHONE,
            EMAIL,
            OTHER;

            static Kind of(@Nullable String type, String value) {
                String word = type == null ? "" : type.toLowerCase(java.util.Locale.ROOT);
                if (word.contains("почта") && !word.contains("адрес") || word.contains("mail")) {
                    return EMAIL;
                }
                if (word.contains("телефон")) {
                    return PHONE;
                }
                return word.isEmpty() && value.indexOf('@') > 0 ? EMAIL : OTHER;
            }
        }

        /** Personal data never goes to logs. */
        @Override
        public String toString() {
            return "Contact[" + kind + "]";
        }
    }

    /** What the values of a property are. */
    enum ValueType {
        STRING,
        NUMBER,
        DATE,
        DICTIONARY,
        OTHER
    }

    /** The goods are sold without VAT, which is not the same as an unknown rate. */
    String NO_VAT = "NO_VAT";
}
