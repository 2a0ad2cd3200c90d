package ru.freesport.console.simulator.ftp;

import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;
import ru.freesport.console.simulator.LabEntry.Outcome;
import ru.freesport.console.simulator.LabJournal;

/** Refuses connections while the file server is down, and writes down what was uploaded, renamed and deleted. */
final class LabFtplet extends DefaultFtplet {

    private final Faults faults;
    private final LabJournal journal;

    LabFtplet(Faults faults, LabJournal journal) {
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public FtpletResult onConnect(FtpSession session) {
        if (faults.take(FaultMode.DOWN)) {
            journal.add("CONNECT", null, Outcome.LOST, null);
            return FtpletResult.DISCONNECT;
        }
        return FtpletResult.DEFAULT;
    }

    @Override
    public FtpletResult onUploadEnd(FtpSession session, FtpRequest request) {
        return written("STOR", request);
    }

    @Override
    public FtpletResult onAppendEnd(FtpSession session, FtpRequest request) {
        return written("APPE", request);
    }

    @Override
    public FtpletResult onRenameEnd(FtpSession session, FtpRequest request) {
        return written("RNTO", request);
    }

    @Override
    public FtpletResult onDeleteEnd(FtpSession session, FtpRequest request) {
        return written("DELE", request);
    }

    private FtpletResult written(String operation, FtpRequest request) {
        journal.add(operation, request.getArgument(), Outcome.COMMITTED, request.getArgument());
        return FtpletResult.DEFAULT;
    }
}
