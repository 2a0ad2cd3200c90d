package ru.freesport.console.onec.commerceml;

/** A text where a date should be. */
final class NotADate extends Exception {

    private static final long serialVersionUID = 1L;

    NotADate(String text) {
        super(text, null, false, false);
    }
}
