/** Customers that are one and the same: found, made one, and made two again. */
@NullMarked
package ru.freesport.console.customers.duplicates;

import org.jspecify.annotations.NullMarked;
