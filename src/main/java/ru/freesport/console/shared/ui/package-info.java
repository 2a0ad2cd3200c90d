/** The parts every screen is made of. */
@NullMarked
package ru.freesport.console.shared.ui;

import org.jspecify.annotations.NullMarked;
