/** The parts every screen is made of, and the words of both languages. */
@NamedInterface("ui")
@NullMarked
package ru.freesport.console.shared.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
