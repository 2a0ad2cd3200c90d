/** The exchange with 1C on the screen. */
@NullMarked
package ru.freesport.console.onec.ui;

import org.jspecify.annotations.NullMarked;
