package ru.freesport.console.catalog;

import org.jspecify.annotations.Nullable;

/** A row of one of the dictionaries around the catalogue. */
public sealed interface DictionaryRow {

    record Category(
            String onecId,
            @Nullable String parentOnecId,
            @Nullable String name,
            boolean deleted) implements DictionaryRow {}

    record Unit(
            String code,
            @Nullable String shortName,
            @Nullable String fullName,
            @Nullable String internationalCode,
            boolean deleted)
            implements DictionaryRow {}

    /** @param valueType STRING, NUMBER, DATE, DICTIONARY or OTHER */
    record Property(String onecId, @Nullable String name, String valueType, boolean deleted) implements DictionaryRow {}

    record PropertyValue(String propertyOnecId, String onecId, String value) implements DictionaryRow {}

    record PriceType(
            String onecId,
            @Nullable String name,
            @Nullable String currency,
            @Nullable Boolean vatIncluded,
            boolean deleted)
            implements DictionaryRow {}

    record Warehouse(String onecId, @Nullable String name, boolean deleted) implements DictionaryRow {}
}
