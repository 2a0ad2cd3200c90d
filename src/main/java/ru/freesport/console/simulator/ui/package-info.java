/** The lab's page in the demo. */
@NullMarked
package ru.freesport.console.simulator.ui;

import org.jspecify.annotations.NullMarked;
