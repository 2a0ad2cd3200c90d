/** The door for whoever exchanges customers with 1C: what 1C says comes in, what it is to get goes out. */
@NullMarked
@NamedInterface("sync")
package ru.freesport.console.customers.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
