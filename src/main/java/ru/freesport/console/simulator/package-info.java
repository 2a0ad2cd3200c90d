/** Outside systems of the demo and the tests over real sockets, with faults that can be switched on; knows no other module. */
@NullMarked
package ru.freesport.console.simulator;

import org.jspecify.annotations.NullMarked;
