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
 * Reads order documents of CommerceML 2.0x and 3.1 as a stream, in containers or bare. As hardened as the reader of
 * catalogues, and as indifferent to namespaces and declared encodings.
 */
public final class OrderDocumentReader {

    private static final String ROOT = "КоммерческаяИнформация";

    private OrderDocumentReader() {}

    /**
     * Reads one whole file; one without documents is valid and says nothing. The stream stays open.
     *
     * @throws CommerceMlRefused when the file cannot be read, or not any further
     */
    public static void read(InputStream bytes, OrderDocumentSink sink) throws Exception {
        PlaceholderWatch watched = new PlaceholderWatch(bytes);
        XMLStreamReader2 xml = null;
        try {
            DecodedText text = DecodedText.of(watched);
            xml = open(text, false);
            file(new XmlCursor(xml, text.characters(), false), text, sink);
        } catch (CommerceMlRefused refused) {
            throw watched.isSeen() ? placeholder(refused) : refused;
        } finally {
            close(xml);
        }
    }

    /** Reads one Документ that was cut out of a file. */
    public static void readElement(String rawElement, OrderDocumentSink sink) throws Exception {
        byte[] bytes = rawElement.getBytes(StandardCharsets.UTF_8);
        DecodedText text =
                new DecodedText(new Utf8Reader(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8, null);
        XMLStreamReader2 xml = null;
        try {
            xml = open(text, true);
            XmlCursor cursor = new XmlCursor(xml, text.characters(), true);
            cursor.root();
            OrderDocumentRow.read(cursor, sink);
            cursor.end();
        } finally {
            close(xml);
        }
    }

    private static void file(XmlCursor xml, DecodedText text, OrderDocumentSink sink) throws Exception {
        xml.root();
        if (!xml.name().equals(ROOT)) {
            throw xml.refusal(Reason.OTHER_KIND, "the root element is " + xml.name());
        }
        sink.header(Header.of(xml, text));
        boolean known = false;
        String other = null;
        while (xml.child()) {
            switch (xml.name()) {
                case "Документ" -> {
                    known = true;
                    OrderDocumentRow.read(xml, sink);
                }
                case "Контейнер" -> {
                    known = true;
                    container(xml, sink);
                }
                default -> {
                    other = xml.name();
                    xml.skip();
                }
            }
        }
        xml.end();
        if (!known && other != null) {
            throw xml.refusal(Reason.OTHER_KIND, "it holds " + other + ", no order document");
        }
    }

    /** Most hold one document; an order with its payments and shipments, or several orders, share one as well. */
    private static void container(XmlCursor xml, OrderDocumentSink sink) throws Exception {
        while (xml.child()) {
            if (xml.name().equals("Документ")) {
                OrderDocumentRow.read(xml, sink);
            } else {
                xml.skip();
            }
        }
    }

    private static CommerceMlRefused placeholder(CommerceMlRefused refused) {
        return new CommerceMlRefused(
                Reason.PLACEHOLDER,
                refused.line(),
                refused.column(),
                "1C wrote \"not valid xml\" instead of a document");
    }

    private static XMLStreamReader2 open(DecodedText text, boolean isFragment) throws CommerceMlRefused, IOException {
        try {
            return isFragment ? HardenedXml.fragment(text.characters()) : HardenedXml.file(text.characters());
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
