/** Stored messages on the screen. */
@NullMarked
package ru.freesport.console.partners.ui;

import org.jspecify.annotations.NullMarked;
