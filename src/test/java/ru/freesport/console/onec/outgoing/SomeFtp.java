package ru.freesport.console.onec.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/** A plain FTP client that shares no code with the console: what it sees is what 1C sees. */
public record SomeFtp(int port) {

    public List<String> names(String folder) {
        return with(client -> {
            client.changeWorkingDirectory(folder);
            return Arrays.stream(client.listFiles())
                    .filter(FTPFile::isFile)
                    .map(FTPFile::getName)
                    .toList();
        });
    }

    public byte[] bytes(String folder, String name) {
        return with(client -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            client.changeWorkingDirectory(folder);
            client.retrieveFile(name, bytes);
            return bytes.toByteArray();
        });
    }

    private <T> T with(Work<T> work) {
        FTPClient client = new FTPClient();
        try {
            client.connect("localhost", port);
            client.login("onec", "onec");
            client.enterLocalPassiveMode();
            client.setFileType(FTP.BINARY_FILE_TYPE);
            return work.with(client);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } finally {
            try {
                client.disconnect();
            } catch (IOException gone) {
                // it is only a test's client
            }
        }
    }

    private interface Work<T> {
        T with(FTPClient client) throws IOException;
    }
}
