/** Who a counterparty of 1C is. */
@NullMarked
package ru.freesport.console.customers.matching;

import org.jspecify.annotations.NullMarked;
