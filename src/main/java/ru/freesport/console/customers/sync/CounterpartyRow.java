package ru.freesport.console.customers.sync;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;

/**
 * A counterparty as 1C describes it, in the words of customers.
 *
 * @param guid 1C's other id, when it has two
 * @param version as 1C counts it; a new version of the same content is no news
 * @param name what 1C's people call it
 * @param said what is said of each field; what is left empty is absent, which erases nothing
 */
public record CounterpartyRow(
        String onecId,
        @Nullable String guid,
        @Nullable String version,
        boolean deleted,
        @Nullable String name,
        CustomerType type,
        Map<CustomerField, String> said) {

    public CounterpartyRow {
        Map<CustomerField, String> kept = new EnumMap<>(CustomerField.class);
        said.forEach((field, value) -> {
            String text = value.replace("\u0000", "").strip();
            if (!text.isEmpty()) {
                kept.put(
                        field,
                        text.length() > CustomerField.LONGEST ? text.substring(0, CustomerField.LONGEST + 1) : text);
            }
        });
        said = Collections.unmodifiableMap(kept);
    }

    public @Nullable String said(CustomerField field) {
        return said.get(field);
    }

    /** What it is called where a name is needed. */
    public String title() {
        if (name != null) {
            return name;
        }
        String company = said.get(CustomerField.COMPANY_NAME);
        if (company != null) {
            return company;
        }
        String person = Stream.of(CustomerField.LAST_NAME, CustomerField.FIRST_NAME)
                .map(said::get)
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return person.isEmpty() ? onecId : person;
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CounterpartyRow[" + onecId + ", " + type + "]";
    }
}
