package ru.freesport.console.onec.outgoing;

/**
 * What a run did.
 *
 * @param sent documents 1C created because of it
 * @param suppressed documents 1C had already, found out before or while they were sent
 * @param rejected documents 1C refused
 * @param toFiles documents that went to the file server
 * @param doubtful documents whose answer was lost and about which 1C could not be asked since
 * @param waiting documents that go again next time
 */
public record SendingReport(int sent, int suppressed, int rejected, int toFiles, int doubtful, int waiting) {

    public static final SendingReport NOTHING = new SendingReport(0, 0, 0, 0, 0, 0);

    SendingReport plus(SendingReport other) {
        return new SendingReport(
                sent + other.sent,
                suppressed + other.suppressed,
                rejected + other.rejected,
                toFiles + other.toFiles,
                doubtful + other.doubtful,
                waiting + other.waiting);
    }

    /** Whether 1C answered for at least one document. */
    boolean isAnswered() {
        return sent + suppressed + rejected > 0;
    }

    static SendingReport suppressed(int count) {
        return new SendingReport(0, count, 0, 0, 0, 0);
    }

    static SendingReport toFiles(int count) {
        return new SendingReport(0, 0, 0, count, 0, 0);
    }

    SendingReport doubtful(int count) {
        return new SendingReport(sent, suppressed, rejected, toFiles, count, waiting);
    }

    static SendingReport waiting(int count) {
        return new SendingReport(0, 0, 0, 0, 0, count);
    }

    static SendingReport rejected(int count) {
        return new SendingReport(0, 0, count, 0, 0, 0);
    }
}
