package ru.freesport.console.payments;

import java.time.LocalDate;

/**
 * How a day compared.
 *
 * @param healed what had been decided there and was not known here, and is now
 * @param open differences that wait for somebody
 */
public record ReconciliationReport(LocalDate day, int payments, int refunds, int healed, int open) {}
