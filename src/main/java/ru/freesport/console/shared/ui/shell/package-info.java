/** The frame around every screen: navigation, top bar, error screens, language and theme. */
@NullMarked
package ru.freesport.console.shared.ui.shell;

import org.jspecify.annotations.NullMarked;
