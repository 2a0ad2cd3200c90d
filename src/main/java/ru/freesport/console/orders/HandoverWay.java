package ru.freesport.console.orders;

/** How an order reached 1C. */
public enum HandoverWay {
    /** We called 1C. */
    HTTP,
    /** A file on the file server. */
    FTP,
    /** 1C called us and asked. */
    EXCHANGE,
    /** A person saw to it. */
    BY_HAND
}
