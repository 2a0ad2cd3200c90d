package ru.freesport.console.onec;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import ru.freesport.console.catalog.CatalogIntake;
import ru.freesport.console.catalog.PictureFormat;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.onec.commerceml.Position;

/** Attaches the picture files of a packet to the products that name them; the bytes are stored once by content. */
final class PictureIntake {

    private static final Position WHOLE_FILE = new Position(0, 0, 0);

    private final CatalogIntake catalog;
    private final Packets packets;
    private final ImportSettings settings;

    PictureIntake(CatalogIntake catalog, Packets packets, ImportSettings settings) {
        this.catalog = catalog;
        this.packets = packets;
        this.settings = settings;
    }

    /** @param untaken hears of every picture that could not be attached, to keep it */
    void take(Set<ImportKind> wanted, List<PacketFile> files, BatchIntake batches, Untaken untaken)
            throws SQLException, IOException {
        if (!wanted.contains(ImportKind.PICTURES)) {
            return;
        }
        for (PacketFile file : files) {
            if (file.isPicture() && !take(file, batches)) {
                untaken.keep(file, batches);
            }
        }
    }

    interface Untaken {

        void keep(PacketFile picture, BatchIntake batches) throws SQLException;
    }

    private boolean take(PacketFile file, BatchIntake batches) throws SQLException, IOException {
        String path = RowMapping.picturePath(file.path());
        String problem = problem(file);
        if (problem != null) {
            batches.addUntaken(
                    new UntakenRow(ImportKind.PICTURES, path, UntakenState.REJECTED, problem, null, null, WHOLE_FILE));
            return false;
        }
        int changed = catalog.attachPicture(path, file.sha256());
        if (changed > 0) {
            batches.add(ImportKind.PICTURES, new Tally(0, 1, 0));
        } else if (catalog.isPictureNamed(path)) {
            batches.add(ImportKind.PICTURES, new Tally(0, 0, 1));
        } else {
            batches.addUntaken(
                    new UntakenRow(ImportKind.PICTURES, path, UntakenState.PARKED, "PRODUCT", null, path, WHOLE_FILE));
            return false;
        }
        return true;
    }

    private @org.jspecify.annotations.Nullable String problem(PacketFile file) throws IOException {
        if (file.size() > settings.maxPictureBytes()) {
            return "PICTURE_TOO_LARGE";
        }
        try (InputStream content = packets.blobs().open(file.sha256())) {
            return PictureFormat.of(content.readNBytes(PictureFormat.HEAD)).isPresent() ? null : "NOT_A_PICTURE";
        }
    }
}
