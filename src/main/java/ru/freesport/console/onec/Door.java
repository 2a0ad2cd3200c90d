package ru.freesport.console.onec;

/** The way a packet came in. */
public enum Door {
    COMMAND_LINE,
    /** 1C as client, over the exchange protocol. */
    EXCHANGE,
    /** Asked of 1C's HTTP service. */
    HTTP,
    /** A folder that is watched. */
    FOLDER,
    /** The file server. */
    FTP,
    /** Uploaded on the screen. */
    BROWSER,
    /** A stored message once more. */
    REPLAY
}
