/** The audit log on the screen. */
@NullMarked
package ru.freesport.console.audit.ui;

import org.jspecify.annotations.NullMarked;
