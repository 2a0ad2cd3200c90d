/** The screens of payments and refunds. */
@NullMarked
package ru.freesport.console.payments.ui;

import org.jspecify.annotations.NullMarked;
