/** Screens of the catalogue. */
@NullMarked
package ru.freesport.console.catalog.ui;

import org.jspecify.annotations.NullMarked;
