package ru.freesport.console.onec.commerceml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;

/**
 * Walks through elements by local name, counts what they hold and turns the parser's complaints into ours.
 * After {@link #child()} the element must be consumed: by one of the text methods, by {@link #skip()} or child by child.
 */
final class XmlCursor {

    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_RECORD = 4_000_000;

    private final XMLStreamReader2 xml;
    private final StrictReader source;
    private final SeenNames names = new SeenNames();
    private final SharedStrings strings = new SharedStrings();
    private String name = "";
    private char[] buffer = new char[4096];
    private int from;
    private int to;
    private long recordChars;
    private boolean overlong;

    private final boolean cutOut;

    /** @param cutOut the text is one element without the namespaces declared around it */
    XmlCursor(XMLStreamReader2 xml, StrictReader source, boolean cutOut) {
        this.xml = xml;
        this.source = source;
        this.cutOut = cutOut;
    }

    /** Goes on to the next child of the element that is open; false when that element has ended. */
    boolean child() throws CommerceMlRefused, IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Opens the root element. */
    void root() throws CommerceMlRefused, IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // a declaration, comments and white space
        }
    }

    /** Reads what is behind the root element, which must be nothing. */
    void end() throws CommerceMlRefused, IOException {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // comments and white space
        }
    }

    /** Local name of the element {@link #child()} has found; the same object for the same name. */
    String name() {
        return name;
    }

    String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    @Nullable String attribute(String wanted) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(wanted)) {
                String value = xml.getAttributeValue(i).strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    /** 1C marks old schemas' elements by an attribute where new ones have an element. */
    boolean markedAsDeleted() {
        return xml.getAttributeCount() > 0 && "Удален".equalsIgnoreCase(attribute("Статус"));
    }

    void skip() throws CommerceMlRefused, IOException {
        int open = 1;
        while (open > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    /** Text of the element, null when there is none or it means "not set". */
    @Nullable String text() throws CommerceMlRefused, IOException {
        consumeText();
        return Values.isUnset(buffer, from, to) ? null : new String(buffer, from, to - from);
    }

    /** The same for texts that repeat a lot. */
    @Nullable String word() throws CommerceMlRefused, IOException {
        consumeText();
        return Values.isUnset(buffer, from, to) ? null : strings.get(buffer, from, to);
    }

    /** The same for names and codes, where a dash of zeros has no second meaning. */
    @Nullable String raw() throws CommerceMlRefused, IOException {
        consumeText();
        return from == to ? null : strings.get(buffer, from, to);
    }

    boolean flag() throws CommerceMlRefused, IOException {
        consumeText();
        return Values.isTrue(buffer, from, to);
    }

    /** A number, null when not set. */
    @Nullable BigDecimal number() throws CommerceMlRefused, IOException, NotANumber {
        consumeText();
        return Values.number(buffer, from, to);
    }

    /** The text {@link #number()} has just looked at. */
    @Nullable String lastText() {
        return from == to ? null : strings.get(buffer, from, to);
    }

    /** A new record begins: its texts are counted from nothing. */
    void beginRecord() {
        recordChars = 0;
        overlong = false;
    }

    /** A text of the record was longer than any we keep and was passed over. */
    boolean isOverlong() {
        return overlong;
    }

    /** The record that had the long text has been seen to. */
    void forgetOverlong() {
        overlong = false;
    }

    long line() {
        return xml.getLocationInfo().getStartLocation().getLineNumber();
    }

    long startOffset() {
        return xml.getLocationInfo().getStartingCharOffset();
    }

    long endOffset() throws CommerceMlRefused, IOException {
        try {
            return xml.getLocationInfo().getEndingCharOffset();
        } catch (XMLStreamException | WstxLazyException broken) {
            throw Refusals.of(broken, xml);
        }
    }

    CommerceMlRefused refusal(Reason reason, String detail) {
        Location at = xml.getLocation();
        return new CommerceMlRefused(reason, at.getLineNumber(), at.getColumnNumber(), detail);
    }

    private void consumeText() throws CommerceMlRefused, IOException {
        int length = 0;
        boolean isTooLong = false;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (!isTooLong && xml.hasText() && event != XMLStreamConstants.COMMENT) {
                length = append(length);
                isTooLong = length < 0;
            }
        }
        if (isTooLong) {
            overlong = true;
            length = 0;
        }
        recordChars += length;
        if (recordChars > LONGEST_RECORD) {
            throw refusal(Reason.TEXT_TOO_LONG, "the texts of one record exceed " + LONGEST_RECORD + " characters");
        }
        int start = 0;
        while (start < length && Values.isBlank(buffer[start])) {
            start++;
        }
        while (start < length && Values.isBlank(buffer[length - 1])) {
            length--;
        }
        from = start;
        to = length;
    }

    /** New length of the text, -1 when that is too much. */
    private int append(int length) throws CommerceMlRefused, IOException {
        try {
            char[] piece = xml.getTextCharacters();
            int size = xml.getTextLength();
            if (length + size > LONGEST_TEXT) {
                return -1;
            }
            if (length + size > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(length + size, buffer.length * 2));
            }
            System.arraycopy(piece, xml.getTextStart(), buffer, length, size);
            return length + size;
        } catch (WstxLazyException broken) {
            throw Refusals.of(broken, xml);
        }
    }

    private int next() throws CommerceMlRefused, IOException {
        source.eventSeen();
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException | WstxLazyException broken) {
            throw Refusals.of(broken, xml);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            name = xml.getLocalName();
            if (cutOut) {
                name = name.substring(name.indexOf(':') + 1);
            }
            if (names.tooMany(name) || (xml.getAttributeCount() | xml.getNamespaceCount()) != 0 && tooManyOutside()) {
                throw refusal(Reason.TOO_MANY_NAMES, "the file invents more names than any schema has");
            }
        } else if (event == XMLStreamConstants.DTD) {
            throw refusal(Reason.DTD_REFUSED, "a document type definition is not part of CommerceML");
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION && names.tooMany(xml.getPITarget())) {
            throw refusal(Reason.TOO_MANY_NAMES, "the file invents more names than any schema has");
        }
        return event;
    }

    private boolean tooManyOutside() throws CommerceMlRefused {
        int attributes = xml.getAttributeCount();
        int namespaces = xml.getNamespaceCount();
        if (attributes + namespaces > HardenedXml.ATTRIBUTES) {
            throw refusal(Reason.TOO_MANY_ATTRIBUTES, "an element has more than " + HardenedXml.ATTRIBUTES);
        }
        boolean tooMany = false;
        for (int i = 0; i < attributes; i++) {
            tooMany |= names.tooMany(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < namespaces; i++) {
            String prefix = xml.getNamespacePrefix(i);
            String uri = xml.getNamespaceURI(i);
            tooMany |= prefix != null && names.tooMany(prefix) || uri != null && names.tooMany(uri);
        }
        return tooMany;
    }
}
