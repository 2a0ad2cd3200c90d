package ru.freesport.console.customers.sync;

import java.util.EnumMap;
import java.util.Map;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.CustomerType;

/** What 1C says of counterparties, for one test. */
final class SomeCounterparties {

    private SomeCounterparties() {}

    static CounterpartyRow company(String onecId, Map<CustomerField, String> said) {
        return new CounterpartyRow(
                onecId, null, "1", false, said.get(CustomerField.COMPANY_NAME), CustomerType.COMPANY, said);
    }

    static CounterpartyRow person(String onecId, Map<CustomerField, String> said) {
        return new CounterpartyRow(onecId, null, "1", false, null, CustomerType.PERSON, said);
    }

    static CounterpartyRow with(CounterpartyRow row, CustomerField field, String value) {
        Map<CustomerField, String> said = new EnumMap<>(CustomerField.class);
        said.putAll(row.said());
        if (value == null) {
            said.remove(field);
        } else {
            said.put(field, value);
        }
        return new CounterpartyRow(
                row.onecId(), row.guid(), row.version(), row.deleted(), row.name(), row.type(), said);
    }

    static CounterpartyRow deleted(CounterpartyRow row) {
        return new CounterpartyRow(row.onecId(), row.guid(), row.version(), true, row.name(), row.type(), row.said());
    }

    /** A company's INN with right check digits, another one for each number. */
    static String taxId(int number) {
        String nine = String.format("77%07d", number);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return nine + sum % 11 % 10;
    }
}
