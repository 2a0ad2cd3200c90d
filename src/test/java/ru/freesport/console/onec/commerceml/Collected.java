package ru.freesport.console.onec.commerceml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps all that a reader hands out, to be asked about. */
final class Collected implements RecordSink {

    final List<Header> headers = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<CommerceMlRecord> records = new ArrayList<>();
    final List<Position> positions = new ArrayList<>();

    static Collected of(byte[] bytes, @Nullable CommerceMlKind kind) throws Exception {
        Collected collected = new Collected();
        CommerceMlReader.read(new ByteArrayInputStream(bytes), kind, collected);
        return collected;
    }

    static Collected of(String xml) throws Exception {
        return of(xml.getBytes(StandardCharsets.UTF_8), null);
    }

    static Collected ofFixture(String name) throws Exception {
        return of(fixture(name), CommerceMlKind.ofFileName(name).orElseThrow());
    }

    static byte[] fixture(String name) throws Exception {
        try (InputStream file = Collected.class.getResourceAsStream("/commerceml/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return file.readAllBytes();
        }
    }

    <T extends CommerceMlRecord> List<T> all(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends CommerceMlRecord> T only(Class<T> type) {
        List<T> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", found " + found);
        }
        return found.getFirst();
    }

    Header header() {
        return headers.getFirst();
    }

    @Override
    public void header(Header header) {
        headers.add(header);
    }

    @Override
    public void section(Section section) {
        sections.add(section);
    }

    @Override
    public void record(CommerceMlRecord row, Position at) {
        records.add(row);
        positions.add(at);
    }
}
