/** Orders, their parts as 1C takes them, VAT, warehouses and the hand-over. */
@NullMarked
package ru.freesport.console.orders;

import org.jspecify.annotations.NullMarked;
