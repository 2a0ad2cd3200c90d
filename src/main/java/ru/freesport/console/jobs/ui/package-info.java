/** How runs and schedules look; other modules show theirs with the same words. */
@NamedInterface("ui")
@NullMarked
package ru.freesport.console.jobs.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
