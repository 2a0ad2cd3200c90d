/** The benchmarks behind {@code ./console bench}: the product beside a floor, in one run, on the same files. */
@NullMarked
package ru.freesport.console.bench;

import org.jspecify.annotations.NullMarked;
