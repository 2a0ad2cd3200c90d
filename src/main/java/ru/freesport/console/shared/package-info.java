/** Values every module speaks. */
@NullMarked
package ru.freesport.console.shared;

import org.jspecify.annotations.NullMarked;
