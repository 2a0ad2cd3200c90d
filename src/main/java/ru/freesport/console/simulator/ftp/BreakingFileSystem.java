package ru.freesport.console.simulator.ftp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFileSystemView;
import org.apache.ftpserver.filesystem.nativefs.impl.NativeFtpFile;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.User;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.Faults;

/** The folder as it is, on a disk that breaks in the middle of an upload when the lab says so. */
final class BreakingFileSystem implements FileSystemFactory {

    private static final int WRITTEN_BEFORE_THE_BREAK = 1_000;

    private final Faults faults;

    BreakingFileSystem(Faults faults) {
        this.faults = faults;
    }

    @Override
    public FileSystemView createFileSystemView(User user) throws FtpException {
        return new NativeFileSystemView(user, false) {
            @Override
            public FtpFile getFile(String name) {
                NativeFtpFile file = (NativeFtpFile) super.getFile(name);
                return new BreakingFile(file, user);
            }
        };
    }

    private final class BreakingFile extends NativeFtpFile {

        BreakingFile(NativeFtpFile file, User user) {
            super(file.getAbsolutePath(), file.getPhysicalFile(), user);
        }

        @Override
        public OutputStream createOutputStream(long offset) throws IOException {
            OutputStream out = super.createOutputStream(offset);
            return faults.take(FaultMode.KILLED_MID_UPLOAD) ? new BreakingStream(out) : out;
        }
    }

    /** Takes some bytes, then fails. */
    private static final class BreakingStream extends FilterOutputStream {

        private int left = WRITTEN_BEFORE_THE_BREAK;

        BreakingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int taken = Math.min(length, left);
            out.write(bytes, from, taken);
            left -= taken;
            if (taken < length) {
                out.flush();
                throw new IOException("The simulated file server breaks here");
            }
        }
    }
}
