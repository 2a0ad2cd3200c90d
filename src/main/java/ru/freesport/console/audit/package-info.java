/** Who did what, from what to what, and why: append-only. */
@NullMarked
package ru.freesport.console.audit;

import org.jspecify.annotations.NullMarked;
