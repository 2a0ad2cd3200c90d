package ru.freesport.console.simulator.onec;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of a document that was read whole. */
final class XmlElement {

    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final List<XmlElement> children = new ArrayList<>();
    private String text = "";

    private XmlElement(String name) {
        this.name = name;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    /** @throws IllegalArgumentException when it is no XML, or has a document type */
    static XmlElement read(byte[] xml) {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement document = new XmlElement("");
        open.push(document);
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        XmlElement element = new XmlElement(in.getLocalName());
                        open.element().children.add(element);
                        open.push(element);
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                    case XMLStreamConstants.END_ELEMENT -> {
                        open.pop().text = text.toString().strip();
                        text.setLength(0);
                    }
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
                    default -> {}
                }
            }
            in.close();
        } catch (XMLStreamException broken) {
            throw new IllegalArgumentException("XML не читается: " + broken.getMessage(), broken);
        }
        return document.children.getFirst();
    }

    /** Without its prefix. */
    String name() {
        return name;
    }

    /** What it holds behind its last child, without the space around it. */
    String text() {
        return text;
    }

    /** The text of the first child of that name; empty when there is none. */
    String text(String child) {
        return child(child).map(XmlElement::text).orElse("");
    }

    Optional<XmlElement> child(String name) {
        for (XmlElement child : children) {
            if (child.name.equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    Stream<XmlElement> children(String name) {
        return children.stream().filter(child -> child.name.equals(name));
    }

    /** Of that name at any depth, in the order of the document. */
    List<XmlElement> descendants(String name) {
        List<XmlElement> found = new ArrayList<>();
        collect(name, found);
        return found;
    }

    private void collect(String name, List<XmlElement> found) {
        for (XmlElement child : children) {
            if (child.name.equals(name)) {
                found.add(child);
            }
            child.collect(name, found);
        }
    }
}
