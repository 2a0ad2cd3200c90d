/** Writes synthetic exports of any size, with the real one's proportions and traps, for benches, tests and the demo. */
@NullMarked
package ru.freesport.console.onec.generator;

import org.jspecify.annotations.NullMarked;
