/** What people are to know of without looking for it: rules over what the other modules tell, and an inbox. */
@NullMarked
package ru.freesport.console.alerts;

import org.jspecify.annotations.NullMarked;
