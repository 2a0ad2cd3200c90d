package ru.freesport.console.onec.generator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.onec.commerceml.CommerceMlKind;

/** What a generated export holds, to compare with what an import has counted. */
public record GeneratedExport(Path folder, int products, Map<CommerceMlKind, Part> parts) {

    /**
     * @param elements rows in the sense of the file: Товар, Предложение, Группа, Свойство…
     * @param rows rows in the sense of the database: of prices the single prices, of rests one per warehouse, of
     *     properties their values; elsewhere the good elements
     * @param malformed elements that no import can take
     * @param changed elements that differ from the export generated without a share of changes
     */
    public record Part(long elements, long rows, long malformed, long changed, long bytes) {}

    public Part part(CommerceMlKind kind) {
        Part part = parts.get(kind);
        if (part == null) {
            throw new IllegalArgumentException("no " + kind + " in " + folder);
        }
        return part;
    }

    /** The parts in the order of import, by the folder they lie in, for those who do not speak CommerceML. */
    public Map<String, Part> partsByName() {
        Map<String, Part> named = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> named.put(part.getKey().prefix(), part.getValue()));
        return named;
    }

    public long bytes() {
        return parts.values().stream().mapToLong(Part::bytes).sum();
    }
}
