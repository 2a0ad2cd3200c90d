/** FREESPORT Console: each direct sub-package is a module whose root is its whole public life. */
@NullMarked
package ru.freesport.console;

import org.jspecify.annotations.NullMarked;
