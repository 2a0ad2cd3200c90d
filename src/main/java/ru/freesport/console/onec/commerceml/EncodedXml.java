package ru.freesport.console.onec.commerceml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Makes bytes of XML without losing a character: what the charset does not have is written as a reference. */
public final class EncodedXml {

    private EncodedXml() {}

    /** @param xml whose element and attribute names the charset can write */
    public static byte[] bytes(String xml, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        if (charset.equals(StandardCharsets.UTF_8) || encoder.canEncode(xml)) {
            return xml.getBytes(charset);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(xml.length() + 64);
        int from = 0;
        for (int at = 0; at < xml.length(); ) {
            int point = xml.codePointAt(at);
            int next = at + Character.charCount(point);
            if (!encoder.canEncode(xml.subSequence(at, next))) {
                bytes.writeBytes(xml.substring(from, at).getBytes(charset));
                bytes.writeBytes(("&#" + point + ";").getBytes(StandardCharsets.US_ASCII));
                from = next;
            }
            at = next;
        }
        bytes.writeBytes(xml.substring(from).getBytes(charset));
        return bytes.toByteArray();
    }
}
