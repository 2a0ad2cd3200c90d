/** Products, variants, price levels, prices, stock and the dictionaries around them. */
@NullMarked
package ru.freesport.console.catalog;

import org.jspecify.annotations.NullMarked;
