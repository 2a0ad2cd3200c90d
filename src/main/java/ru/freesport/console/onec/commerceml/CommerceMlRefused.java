package ru.freesport.console.onec.commerceml;

/** Says why a file cannot be read any further, and where in it. */
public final class CommerceMlRefused extends Exception {

    /** Why, as the screens and the replies to 1C name it. */
    public enum Reason {
        EMPTY,
        NOT_XML,
        BROKEN_XML,
        BAD_ENCODING,
        /** 1C's own mark that it could not make the document. */
        PLACEHOLDER,
        OTHER_KIND,
        DTD_REFUSED,
        TOO_DEEP,
        TOO_MANY_ATTRIBUTES,
        TOO_MANY_NAMES,
        TEXT_TOO_LONG
    }

    static final String NOTHING = "it holds nothing";

    private final Reason reason;
    private final long line;
    private final long column;
    private final String detail;

    CommerceMlRefused(Reason reason, long line, long column, String detail) {
        super(reason + " at line " + line + ", column " + column + ": " + detail);
        this.reason = reason;
        this.line = line;
        this.column = column;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** A sound CommerceML file with nothing in it; 1C answers so when nothing changed. */
    public boolean isOfNothing() {
        return reason == Reason.OTHER_KIND && detail.equals(NOTHING);
    }

    /** Line of the file, from 1; 0 when the file has no lines to speak of. */
    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    /** The parser's own words or the offending text, for the one who repairs the file. */
    public String detail() {
        return detail;
    }
}
