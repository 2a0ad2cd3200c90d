package ru.freesport.console.customers.sync;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;

/**
 * A customer with everything that 1C is to be told. It is an update of everything that is said; what is not said stays in
 * 1C as it is.
 *
 * @param key Контрагент/Ид: 1C's own id, or ours while 1C has none
 * @param version grows with every change; an older one that arrives late must change nothing
 * @param said of PHONE, every number with commas
 */
public record CounterpartyForExport(
        String key, long version, CustomerType type, String name, Map<CustomerField, String> said) {

    public @Nullable String said(CustomerField field) {
        return said.get(field);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CounterpartyForExport[" + key + ", " + version + "]";
    }
}
