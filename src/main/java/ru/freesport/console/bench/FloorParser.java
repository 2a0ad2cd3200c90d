package ru.freesport.console.bench;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an export the shortest way: Woodstox with its limits on, the texts of each row in a list, no rules. */
final class FloorParser {

    private static final int TEXT_LIMIT = 1_000_000;

    private final XMLInputFactory factory = factory();

    /** The texts of one Товар or Предложение: names of leaf elements and what they hold, in order. */
    record Row(String id, List<String> names, List<String> texts) {}

    void read(Path file, String rowElement, Consumer<Row> sink) throws IOException, XMLStreamException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IOException("DTD refused");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(rowElement)) {
                    sink.accept(row(xml));
                }
            }
            xml.close();
        }
    }

    private static Row row(XMLStreamReader xml) throws XMLStreamException {
        List<String> names = new ArrayList<>(64);
        List<String> texts = new ArrayList<>(64);
        StringBuilder text = new StringBuilder();
        int depth = 1;
        boolean leaf = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                    leaf = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() + xml.getTextLength() > TEXT_LIMIT) {
                        throw new XMLStreamException("text too long");
                    }
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (leaf && depth > 0) {
                        names.add(xml.getLocalName());
                        texts.add(text.toString().strip());
                    }
                    leaf = false;
                    text.setLength(0);
                }
                default -> {
                    // comments and the like
                }
            }
        }
        return new Row(texts.isEmpty() ? "" : texts.getFirst(), names, texts);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 32);
        return factory;
    }
}
