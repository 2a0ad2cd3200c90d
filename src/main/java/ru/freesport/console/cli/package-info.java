/** The management commands. */
@NullMarked
package ru.freesport.console.cli;

import org.jspecify.annotations.NullMarked;
