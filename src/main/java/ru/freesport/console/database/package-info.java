/** The PostgreSQL that needs no installation, and the one that was configured. */
@NullMarked
package ru.freesport.console.database;

import org.jspecify.annotations.NullMarked;
