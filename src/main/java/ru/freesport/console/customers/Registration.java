package ru.freesport.console.customers;

import java.util.List;

/** What became of a wish to register or change a customer. */
public sealed interface Registration {

    record Done(Customer customer) implements Registration {}

    /** @param rules never empty */
    record Refused(List<CustomerRule> rules) implements Registration {}

    /** There is no such customer to change. */
    record Unknown() implements Registration {}
}
