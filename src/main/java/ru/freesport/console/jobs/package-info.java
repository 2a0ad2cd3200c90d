/** Long and scheduled work: one run record, one lease, one progress bar for all of it. */
@NullMarked
package ru.freesport.console.jobs;

import org.jspecify.annotations.NullMarked;
