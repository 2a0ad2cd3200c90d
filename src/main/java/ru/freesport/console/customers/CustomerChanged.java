package ru.freesport.console.customers;

import java.util.UUID;

/** Values of a customer changed in the shop; told in the transaction that changed them. */
public record CustomerChanged(UUID id) {}
