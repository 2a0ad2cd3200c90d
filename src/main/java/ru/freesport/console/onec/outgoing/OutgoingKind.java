package ru.freesport.console.onec.outgoing;

/** What goes to 1C. */
enum OutgoingKind {
    /** Told once; what changes of it is 1C's business. */
    ORDER("orders_", false),
    /** Told again whenever the shop knows something new. */
    CUSTOMER("customers_", true);

    private final String filePrefix;
    private final boolean isToldAgain;

    OutgoingKind(String filePrefix, boolean isToldAgain) {
        this.filePrefix = filePrefix;
        this.isToldAgain = isToldAgain;
    }

    /** How names of its files begin. */
    String filePrefix() {
        return filePrefix;
    }

    boolean isToldAgain() {
        return isToldAgain;
    }
}
