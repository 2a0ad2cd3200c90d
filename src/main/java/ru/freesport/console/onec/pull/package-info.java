/** Goods, prices and stock asked of 1C's HTTP service and given to the import. */
@NullMarked
package ru.freesport.console.onec.pull;

import org.jspecify.annotations.NullMarked;
