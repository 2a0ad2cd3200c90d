package ru.freesport.console.onec.commerceml;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the directory that 1C's button "load from site" asks for: what it may map its own words to. */
public final class DirectoryWriter {

    /** With a Latin C at its beginning, as 1C-Bitrix has always written it and 1C therefore reads it. */
    private static final String STATUSES = "\u0043татусы";

    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private final Charset charset;

    public DirectoryWriter(Charset charset) {
        this.charset = charset;
    }

    /** Each of them a name by its id, in the order they are to stand in. */
    public byte[] write(Map<String, String> statuses, Map<String, String> payments, Map<String, String> deliveries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument(charset.name(), "1.0");
            out.writeCharacters("\n");
            out.writeStartElement("Справочник");
            section(out, STATUSES, statuses);
            section(out, "ПлатежныеСистемы", payments);
            section(out, "СлужбыДоставки", deliveries);
            out.writeCharacters("\n");
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return EncodedXml.bytes(text.toString(), charset);
    }

    private static void section(XMLStreamWriter out, String name, Map<String, String> entries)
            throws XMLStreamException {
        out.writeCharacters("\n\t");
        out.writeStartElement(name);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            out.writeCharacters("\n\t\t");
            out.writeStartElement("Элемент");
            text(out, "Ид", entry.getKey());
            text(out, "Название", entry.getValue());
            out.writeCharacters("\n\t\t");
            out.writeEndElement();
        }
        out.writeCharacters("\n\t");
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeCharacters("\n\t\t\t");
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }
}
