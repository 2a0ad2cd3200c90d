/** What is to reach 1C: called over HTTP, written to the file server when 1C is away, drained when it is back. */
@NullMarked
package ru.freesport.console.onec.outgoing;

import org.jspecify.annotations.NullMarked;
