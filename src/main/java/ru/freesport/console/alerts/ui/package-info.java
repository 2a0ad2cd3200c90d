/** The inbox of alerts on the screen. */
@NullMarked
package ru.freesport.console.alerts.ui;

import org.jspecify.annotations.NullMarked;
