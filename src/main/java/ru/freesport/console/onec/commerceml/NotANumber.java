package ru.freesport.console.onec.commerceml;

/** A text that should be a number and is none we could keep. */
final class NotANumber extends Exception {

    final boolean tooLarge;

    NotANumber(boolean tooLarge) {
        super(null, null, false, false);
        this.tooLarge = tooLarge;
    }
}
