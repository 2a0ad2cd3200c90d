/** Rules without a database: what shop, 1C and the last agreement say of a field, and what follows from it. */
@NullMarked
@NamedInterface("compare")
package ru.freesport.console.customers.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
