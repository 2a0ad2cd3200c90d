package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Any other encoding the Java runtime knows: windows-1251, UTF-16 and the rare ones. */
final class CharsetReader extends StrictReader {

    private final CharsetDecoder decoder;

    CharsetReader(InputStream stream, Charset encoding) {
        super(stream);
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    int decode(char[] target, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (true) {
            ByteBuffer in = ByteBuffer.wrap(bytes, next, end - next);
            CoderResult result = decoder.decode(in, out, false);
            next = in.position();
            int count = out.position() - from;
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                throw broken();
            }
            if (!refill()) {
                if (next == end) {
                    return -1;
                }
                throw broken();
            }
        }
    }

    private BadBytes broken() {
        return new BadBytes("byte 0x%02X does not belong into %s text"
                .formatted(bytes[next] & 0xFF, decoder.charset().name()));
    }
}
