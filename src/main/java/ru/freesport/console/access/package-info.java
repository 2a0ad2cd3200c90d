/** Who may do what: users, roles, login and the security chains. */
@NullMarked
package ru.freesport.console.access;

import org.jspecify.annotations.NullMarked;
