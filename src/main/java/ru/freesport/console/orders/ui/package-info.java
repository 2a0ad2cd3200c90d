/** The screens of orders. */
@NullMarked
package ru.freesport.console.orders.ui;

import org.jspecify.annotations.NullMarked;
