package ru.freesport.console.partners;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line, masked: what is logged may quote what somebody sent. */
public final class MaskedLogLine extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Masking.text(super.convert(event));
    }
}
