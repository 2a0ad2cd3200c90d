/** The screens of customers and of what the shop and 1C disagree about. */
@NullMarked
package ru.freesport.console.customers.ui;

import org.jspecify.annotations.NullMarked;
