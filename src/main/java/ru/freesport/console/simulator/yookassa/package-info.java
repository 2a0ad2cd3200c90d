/** The simulated YooKassa: payments, refunds, receipts, a page to pay on, notifications. */
@NullMarked
package ru.freesport.console.simulator.yookassa;

import org.jspecify.annotations.NullMarked;
