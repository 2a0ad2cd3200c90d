/** The simulated 1C: its HTTP service, its reader of the file server, and 1C as a client of the exchange protocol. */
@NullMarked
package ru.freesport.console.simulator.onec;

import org.jspecify.annotations.NullMarked;
