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
        @Nullable String declaredEncoding) {}
