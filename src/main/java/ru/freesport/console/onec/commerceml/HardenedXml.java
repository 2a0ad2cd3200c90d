package ru.freesport.console.onec.commerceml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Woodstox, made safe for files from outside: nothing is fetched, nothing is expanded, everything has a limit. */
final class HardenedXml {

    static final int DEPTH = 64;
    static final int ATTRIBUTES = 32;
    static final int ATTRIBUTE_LENGTH = 65_536;

    private static final XMLInputFactory2 WHOLE_FILES = factory(true);

    /** A cut out element may use a prefix that is declared outside of it. */
    private static final XMLInputFactory2 FRAGMENTS = factory(false);

    private HardenedXml() {}

    static XMLStreamReader2 file(Reader characters) throws XMLStreamException {
        return (XMLStreamReader2) WHOLE_FILES.createXMLStreamReader(characters);
    }

    static XMLStreamReader2 fragment(Reader characters) throws XMLStreamException {
        return (XMLStreamReader2) FRAGMENTS.createXMLStreamReader(characters);
    }

    private static XMLInputFactory2 factory(boolean namespaces) {
        XMLInputFactory2 factory = new WstxInputFactory();
        XMLResolver refusing = (publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        };
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver(refusing);
        factory.setProperty(WstxInputProperties.P_DTD_RESOLVER, refusing);
        factory.setProperty(WstxInputProperties.P_ENTITY_RESOLVER, refusing);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, true);
        factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, 64_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH);
        return factory;
    }
}
