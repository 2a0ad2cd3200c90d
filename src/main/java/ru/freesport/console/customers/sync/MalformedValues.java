package ru.freesport.console.customers.sync;

import ru.freesport.console.customers.CustomerField;

/** Hears of values that were kept out because they are none; the rest of their row was taken. */
@FunctionalInterface
public interface MalformedValues {

    void found(String onecId, CustomerField field, String value);
}
