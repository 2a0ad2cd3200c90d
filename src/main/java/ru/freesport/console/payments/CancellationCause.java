package ru.freesport.console.payments;

/**
 * Why something came to nothing.
 *
 * @param by who decided, in the provider's words: merchant, yoo_money, payment_network; or console
 * @param why an open list: insufficient_funds, expired_on_confirmation, not_found
 */
public record CancellationCause(String by, String why) {

    /** Decided here. */
    static CancellationCause here(String why) {
        return new CancellationCause("console", why);
    }
}
