/** The file server between the shop and 1C. */
@NullMarked
package ru.freesport.console.onec.files;

import org.jspecify.annotations.NullMarked;
