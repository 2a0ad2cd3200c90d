/** Whoever orders: people, sole proprietors and companies. */
@NullMarked
package ru.freesport.console.customers;

import org.jspecify.annotations.NullMarked;
