package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters of a file, by the encoding its bytes really have: what the file declares is only a hint. */
record DecodedText(
        StrictReader characters, Charset encoding, @Nullable String wrongDeclaration) {

    static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    private static final int SNIFFED = 64 * 1024;
    private static final String ROOT = "КоммерческаяИнформация";
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    /** Looks at the beginning of a file and opens it, without its byte order mark. */
    static DecodedText of(InputStream bytes) throws IOException, CommerceMlRefused {
        PushbackInputStream stream = new PushbackInputStream(bytes, SNIFFED);
        byte[] head = stream.readNBytes(SNIFFED);
        int mark = byteOrderMark(head);
        Charset encoding = encodingOf(head, mark);
        requireXml(head, mark, encoding);
        stream.unread(head, mark, head.length - mark);
        StrictReader characters =
                encoding == StandardCharsets.UTF_8 ? new Utf8Reader(stream) : new CharsetReader(stream, encoding);
        return new DecodedText(characters, encoding, wrongDeclaration(head, mark, encoding));
    }

    private static int byteOrderMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) ? 2 : 0;
    }

    private static Charset encodingOf(byte[] head, int mark) {
        if (mark == 3) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (contains(head, ROOT.getBytes(StandardCharsets.UTF_8))) {
            return StandardCharsets.UTF_8;
        }
        if (contains(head, ROOT.getBytes(WINDOWS_1251))) {
            return WINDOWS_1251;
        }
        Charset declared = declared(new String(head, StandardCharsets.ISO_8859_1));
        boolean unicode = declared == null || declared.name().startsWith("UTF-");
        if (Utf8Reader.isValid(head, head.length == SNIFFED)) {
            boolean ascii =
                    new String(head, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c < 0x80);
            return ascii && declared != null && !unicode ? declared : StandardCharsets.UTF_8;
        }
        return declared != null && !unicode ? declared : WINDOWS_1251;
    }

    private static void requireXml(byte[] head, int mark, Charset encoding) throws CommerceMlRefused {
        String start = new String(head, mark, Math.min(head.length - mark, 4096), encoding).strip();
        if (start.isEmpty()) {
            throw new CommerceMlRefused(CommerceMlRefused.Reason.EMPTY, 0, 0, "the file is empty");
        }
        if (start.charAt(0) != '<') {
            String shown = start.substring(0, Math.min(start.length(), 40));
            throw new CommerceMlRefused(CommerceMlRefused.Reason.NOT_XML, 1, 1, "begins with: " + shown);
        }
    }

    private static @Nullable String wrongDeclaration(byte[] head, int mark, Charset real) {
        String start = new String(head, mark, Math.min(head.length - mark, 1024), real);
        Matcher declaration = DECLARATION.matcher(start);
        if (!declaration.find()) {
            return null;
        }
        String name = declaration.group(1);
        Charset declared = charset(name);
        boolean same = declared != null
                && (declared.equals(real)
                        || declared.equals(StandardCharsets.UTF_16)
                                && real.name().startsWith("UTF-16"));
        return same ? null : name;
    }

    private static @Nullable Charset declared(String start) {
        Matcher declaration = DECLARATION.matcher(start);
        return declaration.find() ? charset(declaration.group(1)) : null;
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
