/** Everything about talking to the outside: stored messages and their bytes. */
@NullMarked
package ru.freesport.console.partners;

import org.jspecify.annotations.NullMarked;
