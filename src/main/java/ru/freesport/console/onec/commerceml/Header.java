package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;

/**
 * What the root element says about the whole file.
 *
 * @param schemaVersion text of ВерсияСхемы, empty when the file does not tell
 * @param generatedAt local time of the 1C server as written, without a zone
 * @param encoding the encoding the bytes really have
 * @param declaredEncoding what the file claims, when that differs from the truth
 */
public record Header(
        String schemaVersion,
        @Nullable String generatedAt,
        String namespace,
        String encoding,
        @Nullable String declaredEncoding) {

    /** Of the root element that is open. */
    static Header of(XmlCursor root, DecodedText text) {
        String version = root.attribute("ВерсияСхемы");
        String date = root.attribute("ДатаФормирования");
        String time = root.attribute("ВремяФормирования");
        return new Header(
                version == null ? "" : version,
                date == null || time == null || date.indexOf('T') > 0 ? date : date + "T" + time,
                root.namespace(),
                text.encoding().name(),
                text.wrongDeclaration());
    }
}
