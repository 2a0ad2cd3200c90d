/** Payments, refunds, receipts, the ledger and its reconciliation with the provider. Knows no orders but by their number. */
@NullMarked
package ru.freesport.console.payments;

import org.jspecify.annotations.NullMarked;
