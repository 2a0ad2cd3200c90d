/** What 1C will see of an order before it sees it, and what it will stumble over. */
@NullMarked
package ru.freesport.console.onec.preview;

import org.jspecify.annotations.NullMarked;
