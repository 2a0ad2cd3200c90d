/** Customers, their further contacts and their history as they are stored; nobody else writes these tables. */
@NullMarked
package ru.freesport.console.customers.records;

import org.jspecify.annotations.NullMarked;
