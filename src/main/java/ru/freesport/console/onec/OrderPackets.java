package ru.freesport.console.onec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.commerceml.CommerceMlKind;
import ru.freesport.console.onec.commerceml.Header;
import ru.freesport.console.onec.commerceml.OrderDocumentReader;
import ru.freesport.console.onec.commerceml.OrderDocumentSink;
import ru.freesport.console.onec.commerceml.OrderFileName;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.RowProblem;
import ru.freesport.console.orders.statuses.ReportedOrder;

/**
 * Tells what 1C says of orders from what it says of goods, for doors that do not say what they bring: by the names of the
 * files, and by what is in them where the names say nothing.
 */
@Component
class OrderPackets {

    private static final Charset DOS = Charset.forName("IBM866");

    private final Packets packets;
    private final OrderFileSettings limits;

    OrderPackets(Packets packets, OrderFileSettings limits) {
        this.packets = packets;
        this.limits = limits;
    }

    /** Whether the packet holds order documents and nothing of the catalogue. */
    boolean isOne(long packetId) {
        List<PacketFile> files = packets.files(packetId);
        return !files.isEmpty() && files.stream().allMatch(this::isOfOrders);
    }

    private boolean isOfOrders(PacketFile file) {
        // no file of orders is as large, and nobody wants to look through an archive of a whole catalogue twice
        if (file.size() > limits.maxBytes()) {
            return file.isXml() && OrderFileName.isOne(file.path());
        }
        try {
            if (file.isZip()) {
                List<String> inside = inside(file);
                return !inside.isEmpty() && inside.stream().allMatch(OrderFileName::isOne);
            }
            return file.isXml()
                    && (OrderFileName.isOne(file.path())
                            || CommerceMlKind.ofFileName(file.path()).isEmpty() && holdsDocuments(file));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The names of the XML files in it. */
    private List<String> inside(PacketFile file) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream content = packets.blobs().open(file.sha256());
                ZipInputStream zip = new ZipInputStream(content, DOS)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                    names.add(entry.getName());
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            // whoever unpacks it says so
        }
        return names;
    }

    private boolean holdsDocuments(PacketFile file) throws IOException {
        try (InputStream content = packets.blobs().open(file.sha256())) {
            OrderDocumentReader.read(content, new UntilTheFirst());
            return false;
        } catch (UntilTheFirst.Found found) {
            return true;
        } catch (IOException | RuntimeException broken) {
            throw broken;
        } catch (Exception refused) {
            return false;
        }
    }

    /** One document is enough. */
    private static final class UntilTheFirst implements OrderDocumentSink {

        @Override
        public void header(Header header) {
            // what follows tells
        }

        @Override
        public void order(ReportedOrder order, Position at) throws Found {
            throw new Found();
        }

        @Override
        public void problem(@Nullable String name, RowProblem reason, @Nullable String detail, Position at)
                throws Found {
            throw new Found();
        }

        @Override
        public void other(String operation, Position at) throws Found {
            throw new Found();
        }

        private static final class Found extends Exception {

            private static final long serialVersionUID = 1L;

            Found() {
                super("a document", null, false, false);
            }
        }
    }
}
