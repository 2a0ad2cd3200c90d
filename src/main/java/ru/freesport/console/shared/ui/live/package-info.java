/** One listening database connection per node, shared by all open screens. */
@NullMarked
package ru.freesport.console.shared.ui.live;

import org.jspecify.annotations.NullMarked;
