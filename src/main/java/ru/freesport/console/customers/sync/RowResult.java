package ru.freesport.console.customers.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ChangeSource;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.FoundConflict;

/** What follows from comparing one counterparty with its customer. */
final class RowResult {

    /** What the shop takes over, and whether 1C alone or the policy decided so. */
    final Map<CustomerField, String> shop = new EnumMap<>(CustomerField.class);

    final Map<CustomerField, ChangeSource> sources = new EnumMap<>(CustomerField.class);
    /** What both have in common from now on. */
    final Map<CustomerField, String> agreed = new EnumMap<>(CustomerField.class);
    /** Further numbers that 1C knows. */
    final List<String> contacts = new ArrayList<>();
    /** Values of 1C that are none. */
    final List<CustomerField> malformed = new ArrayList<>();

    final List<FoundConflict.Field> collisions = new ArrayList<>();
    /** 1C is to get something that it was not told yet. */
    boolean toBeSent;
    /** 1C gave the decided values back. */
    @Nullable Long confirmed;
    /** 1C brought back what was decided against. */
    @Nullable Long returned;

    void take(CustomerField field, String value, ChangeSource source) {
        shop.put(field, value);
        sources.put(field, source);
    }

    boolean changesAnything() {
        return !shop.isEmpty()
                || !contacts.isEmpty()
                || !collisions.isEmpty()
                || toBeSent
                || confirmed != null
                || returned != null;
    }
}
