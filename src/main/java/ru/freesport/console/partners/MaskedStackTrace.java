package ru.freesport.console.partners;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** A logged exception, masked: its message may quote a row, a body or an address. */
public final class MaskedStackTrace extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return Masking.text(super.throwableProxyToString(thrown));
    }
}
