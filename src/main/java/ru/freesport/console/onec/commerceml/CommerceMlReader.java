package ru.freesport.console.onec.commerceml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;

/**
 * Reads CommerceML 2.03-2.10 and 3.1 as a stream of records. Elements are known by their local names, whatever the
 * namespace; the encoding is the one the bytes have, whatever the declaration; unknown elements are passed over.
 */
public final class CommerceMlReader {

    private CommerceMlReader() {}

    /** Reads a file of which only the contents are known. The stream stays open. */
    public static void read(InputStream bytes, RecordSink sink) throws Exception {
        read(bytes, null, sink);
    }

    /**
     * Reads one whole file, calling the sink for each record in document order. The stream stays open.
     *
     * @param kind what the name of the file says; tells properties of offers from those of goods, and prices from rests
     * @throws CommerceMlRefused when the file cannot be read, or not any further
     */
    public static void read(InputStream bytes, @Nullable CommerceMlKind kind, RecordSink sink) throws Exception {
        DecodedText text = DecodedText.of(bytes);
        XMLStreamReader2 xml = null;
        try {
            xml = open(text, false);
            XmlCursor cursor = new XmlCursor(xml, text.characters(), false);
            new Document(new Rows(cursor, kind == null ? CommerceMlKind.GOODS : kind, sink)).read(sink, text);
        } finally {
            close(xml);
        }
    }

    /** Reads one element that was cut out of a file, as its file would have read it. */
    public static void readElement(String rawElement, CommerceMlKind kind, Header header, RecordSink sink)
            throws Exception {
        readElement(rawElement, kind, header, null, sink);
    }

    /**
     * The same for an element that had a parent.
     *
     * @param parentId of the group around a group, or of the property around a value
     */
    public static void readElement(
            String rawElement, CommerceMlKind kind, Header header, @Nullable String parentId, RecordSink sink)
            throws Exception {
        byte[] bytes = closed(rawElement).getBytes(StandardCharsets.UTF_8);
        DecodedText text = new DecodedText(
                new Utf8Reader(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8, header.declaredEncoding());
        XMLStreamReader2 xml = null;
        try {
            xml = open(text, true);
            XmlCursor cursor = new XmlCursor(xml, text.characters(), true);
            Document.fragment(new Rows(cursor, kind, sink), parentId);
        } finally {
            close(xml);
        }
    }

    /** A group or property with children was cut off before them; closes it again. */
    private static String closed(String rawElement) {
        String raw = rawElement.strip();
        int nameEnd = 1;
        while (nameEnd < raw.length() && !Character.isWhitespace(raw.charAt(nameEnd)) && raw.charAt(nameEnd) != '>') {
            nameEnd++;
        }
        String name = raw.isEmpty() ? "" : raw.substring(1, nameEnd);
        boolean cutOff = name.endsWith("Группа") || name.endsWith("Свойство");
        return cutOff && !raw.endsWith("</" + name + ">") ? raw + "</" + name + ">" : raw;
    }

    private static XMLStreamReader2 open(DecodedText text, boolean fragment) throws CommerceMlRefused, IOException {
        try {
            return fragment ? HardenedXml.fragment(text.characters()) : HardenedXml.file(text.characters());
        } catch (XMLStreamException broken) {
            if (broken.getCause() instanceof IOException io && !(io instanceof StrictReader.BadBytes)) {
                throw io;
            }
            throw new CommerceMlRefused(Reason.BROKEN_XML, 1, 1, String.valueOf(broken.getMessage()));
        }
    }

    private static void close(@Nullable XMLStreamReader2 xml) throws XMLStreamException {
        if (xml != null) {
            xml.close();
        }
    }
}
