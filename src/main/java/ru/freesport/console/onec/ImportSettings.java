package ru.freesport.console.onec;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How packets are taken in.
 *
 * @param brokenFile what becomes of the rows before the place where a file breaks
 * @param batchRows rows looked up and sent at once
 * @param commitRows rows after which what was taken is made durable, when broken files keep their rows
 * @param maxPictureBytes a larger picture is refused
 * @param inbox the folder that is watched; empty means none
 * @param inboxSettled how long a file must not have changed before it counts as complete
 * @param zipEntries more files in one archive are refused
 * @param zipBytes more unpacked bytes in one archive are refused
 */
@ConfigurationProperties("freesport.onec.import")
public record ImportSettings(
        BrokenFile brokenFile,
        int batchRows,
        int commitRows,
        long maxPictureBytes,
        String inbox,
        Duration inboxSettled,
        int zipEntries,
        long zipBytes) {

    public enum BrokenFile {
        /** The rows before the break stay. */
        KEEP,
        /** The whole packet is undone. */
        REFUSE
    }
}
