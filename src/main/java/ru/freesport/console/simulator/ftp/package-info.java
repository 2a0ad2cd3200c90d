/** The simulated file server between the shop and 1C. */
@NullMarked
package ru.freesport.console.simulator.ftp;

import org.jspecify.annotations.NullMarked;
