package ru.freesport.console.onec.commerceml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import ru.freesport.console.onec.commerceml.CommerceMlRefused.Reason;

/** Translates the parser's complaints: the fault of the file is told by its reason, the fault of the disk passes through. */
final class Refusals {

    private Refusals() {}

    static CommerceMlRefused of(Exception broken, XMLStreamReader2 xml) throws IOException {
        Throwable cause = broken instanceof WstxLazyException && broken.getCause() != null ? broken.getCause() : broken;
        Location at = cause instanceof XMLStreamException told && told.getLocation() != null
                ? told.getLocation()
                : xml.getLocationInfo().getCurrentLocation();
        Throwable source = cause instanceof XMLStreamException && cause.getCause() != null ? cause.getCause() : cause;
        if (source instanceof IOException io && !(source instanceof StrictReader.BadBytes)) {
            if (!(source instanceof StrictReader.Endless)) {
                throw io;
            }
            return refused(Reason.TEXT_TOO_LONG, at, source);
        }
        return refused(source instanceof StrictReader.BadBytes ? Reason.BAD_ENCODING : reason(source), at, source);
    }

    private static Reason reason(Throwable source) {
        String words = String.valueOf(source.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("element depth limit")) {
            return Reason.TOO_DEEP;
        }
        if (words.contains("attribute limit")) {
            return Reason.TOO_MANY_ATTRIBUTES;
        }
        return words.contains("attribute size limit") ? Reason.TEXT_TOO_LONG : Reason.BROKEN_XML;
    }

    private static CommerceMlRefused refused(Reason reason, Location at, Throwable source) {
        String words = String.valueOf(source.getMessage()).strip();
        int secondLine = words.indexOf('\n');
        String detail = secondLine < 0 ? words : words.substring(0, secondLine);
        return new CommerceMlRefused(reason, at.getLineNumber(), at.getColumnNumber(), detail);
    }
}
