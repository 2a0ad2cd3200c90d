package ru.freesport.console.customers;

import java.util.Optional;

/** Where people find what was told about a customer last: a bean of the module that tells it. */
public interface CustomerMessages {

    /** The address of the page; empty when nothing was told yet. */
    Optional<String> address(Customer customer);
}
