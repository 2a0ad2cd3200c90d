package ru.freesport.console.onec.commerceml;

/** Takes what a reader finds, in the order of the document. Whatever it throws ends the reading and reaches the caller unchanged. */
public interface RecordSink {

    void header(Header header) throws Exception;

    /** Rows of one kind begin. A catalogue that is only named beside a classifier announces nothing. */
    void section(Section section) throws Exception;

    void record(CommerceMlRecord row, Position at) throws Exception;
}
