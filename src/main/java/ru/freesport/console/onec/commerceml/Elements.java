package ru.freesport.console.onec.commerceml;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Writer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements on lines of their own. */
final class Elements {

    private static final WstxOutputFactory FACTORY = factory();

    private final XMLStreamWriter out;
    private int depth;

    static XMLStreamWriter writer(Writer text) throws XMLStreamException {
        return FACTORY.createXMLStreamWriter(text);
    }

    /** A control character that somebody pasted into a comment is no reason not to sell. */
    private static WstxOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler(' '));
        return factory;
    }

    Elements(XMLStreamWriter out) {
        this.out = out;
    }

    void open(String name) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        depth++;
    }

    void close() throws XMLStreamException {
        depth--;
        line();
        out.writeEndElement();
    }

    void text(String name, String value) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        out.writeCharacters(clean(value));
        out.writeEndElement();
    }

    void optional(String name, @Nullable String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            text(name, value);
        }
    }

    void unit(@Nullable String code, @Nullable String full, @Nullable String international, @Nullable String shown)
            throws XMLStreamException {
        line();
        out.writeStartElement("БазоваяЕдиница");
        attribute("Код", code);
        attribute("НаименованиеПолное", full);
        attribute("МеждународноеСокращение", international);
        out.writeCharacters(shown == null ? "" : clean(shown));
        out.writeEndElement();
    }

    private void attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            out.writeAttribute(name, clean(value));
        }
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "\t".repeat(depth));
    }

    /** What XML cannot hold at all is left out: a customer's comment may have come from anywhere. */
    private static String clean(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < 0x20 || character >= Character.MIN_SURROGATE) {
                return text.codePoints()
                        .filter(Elements::isOfXml)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isOfXml(int point) {
        return point >= 0x20 && point != 0xFFFE && point != 0xFFFF && (point < 0xD800 || point > 0xDFFF)
                || point == '\t'
                || point == '\n';
    }
}
