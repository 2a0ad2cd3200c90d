/** The documented API of the storefront: /api/v1. */
@NullMarked
package ru.freesport.console.storefront;

import org.jspecify.annotations.NullMarked;
