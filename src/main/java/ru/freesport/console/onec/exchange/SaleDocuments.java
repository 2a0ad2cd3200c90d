package ru.freesport.console.onec.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.orders.PartForExport;

/** Orders as 1C is answered with them: in the charset of the exchange and the schema its session agreed on. */
@Component
public class SaleDocuments {

    private final ExchangeSettings settings;
    private final SaleBatches batches;
    private final ZoneId zone;

    SaleDocuments(ExchangeSettings settings, SaleBatches batches, @Value("${freesport.shared.zone}") ZoneId zone) {
        this.settings = settings;
        this.batches = batches;
        this.zone = zone;
    }

    /** @param version as it was negotiated; null when 1C asked for none */
    public byte[] orders(List<PartForExport> parts, @Nullable String version, Instant formed) {
        return new OrderWriter(SaleVersion.of(version), settings.charset(), zone).write(parts, formed);
    }

    /** What the next question is likely to be answered in: the schema of the one before. */
    public String lastVersion() {
        return SaleVersion.of(batches.lastVersion().orElse(null));
    }

    public Charset charset() {
        return settings.charset();
    }

    /** What the answer is called as a type of content. */
    public String contentType() {
        return "application/xml; charset=" + settings.charset().name().toLowerCase(Locale.ROOT);
    }

    /** An archive of the document; the same document makes the same archive. */
    byte[] zipped(byte[] document, String name, Instant formed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(formed.atZone(zone).toLocalDateTime());
            zip.putNextEntry(entry);
            zip.write(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
