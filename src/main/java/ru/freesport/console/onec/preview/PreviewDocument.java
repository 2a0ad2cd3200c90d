package ru.freesport.console.onec.preview;

import java.nio.charset.Charset;

/** A document as 1C would be sent it now, byte for byte. */
public record PreviewDocument(byte[] bytes, Charset charset) {

    public String text() {
        return new String(bytes, charset);
    }
}
