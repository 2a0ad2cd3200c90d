package ru.freesport.console.payments;

import org.jspecify.annotations.Nullable;

/**
 * What the customer paid by.
 *
 * @param type the provider's word: bank_card, sbp, sberbank
 * @param title for people
 * @param last4 of a card
 * @param rrn by this number banks find it
 */
public record PaymentMethod(
        String type,
        @Nullable String title,
        @Nullable String first6,
        @Nullable String last4,
        @Nullable String rrn,
        @Nullable String authCode) {}
