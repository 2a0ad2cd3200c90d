package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a message as text.
 *
 * @param encoding what the bytes were read as; empty when they are no text
 * @param isCut whether there is more
 */
public record MessageHead(String text, String encoding, boolean isCut) {

    private static final int BYTES = 64 << 10;
    private static final int LONGEST_SEQUENCE = 4;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    static MessageHead read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(BYTES);
        return of(bytes, bytes.length == BYTES && content.read() >= 0);
    }

    /** The bytes decide what they are read as. */
    static MessageHead of(byte[] bytes, boolean isCut) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8, isCut);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE, isCut);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE, isCut);
        }
        for (byte one : bytes) {
            if (one == 0) {
                return new MessageHead("", "", isCut);
            }
        }
        return decoded(bytes, 0, isUtf8(bytes, isCut) ? StandardCharsets.UTF_8 : WINDOWS_1251, isCut);
    }

    /** The bytes decide: what a file declares is often stale. */
    private static boolean isUtf8(byte[] bytes, boolean isCut) {
        int least = isCut ? Math.max(0, bytes.length - LONGEST_SEQUENCE) : bytes.length;
        for (int length = bytes.length; length >= least; length--) {
            CharsetDecoder strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            try {
                strict.decode(ByteBuffer.wrap(bytes, 0, length));
                return true;
            } catch (CharacterCodingException e) {
                // a character may be cut in two at the end
                continue;
            }
        }
        return false;
    }

    private static MessageHead decoded(byte[] bytes, int from, Charset charset, boolean isCut) {
        String text = new String(bytes, from, bytes.length - from, charset);
        String whole = isCut && text.endsWith("\uFFFD") ? text.substring(0, text.length() - 1) : text;
        return new MessageHead(whole, charset.name(), isCut);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
