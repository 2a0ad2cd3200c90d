/** Translates between 1C and the shop; owns no business data. */
@NullMarked
package ru.freesport.console.onec;

import org.jspecify.annotations.NullMarked;
