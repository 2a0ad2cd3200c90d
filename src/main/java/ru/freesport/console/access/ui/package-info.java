/** Login, one's own password, and the accounts on the screen. */
@NullMarked
package ru.freesport.console.access.ui;

import org.jspecify.annotations.NullMarked;
