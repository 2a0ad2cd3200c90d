/** Synthetic exports with the traps of real ones, for benches, tests and the command line. */
@NullMarked
@NamedInterface("generator")
package ru.freesport.console.onec.generator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
