/** What people do in a real browser against the production screens. */
@NullMarked
package ru.freesport.console.browser;

import org.jspecify.annotations.NullMarked;
