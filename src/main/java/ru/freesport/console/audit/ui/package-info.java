/** The audit log on the screen; its words are for every screen that shows an act. */
@NamedInterface("ui")
@NullMarked
package ru.freesport.console.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
