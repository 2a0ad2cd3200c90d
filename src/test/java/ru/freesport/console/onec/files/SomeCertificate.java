package ru.freesport.console.onec.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that a server signed itself, for localhost.
 *
 * @param keys its key store
 * @param certificate what it can be trusted by, PEM
 */
record SomeCertificate(Path keys, Path certificate) {

    static final String PASSWORD = "changeit";

    /** @param name who it is made out to */
    static SomeCertificate in(Path folder, String name) throws IOException, InterruptedException {
        Path keys = folder.resolve(name + ".p12");
        Path certificate = folder.resolve(name + ".pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + san(name),
                "-alias",
                "ftp",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "ftp",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        return new SomeCertificate(keys, certificate);
    }

    private static String san(String name) {
        return name.equals("localhost") ? "dns:localhost,ip:127.0.0.1" : "dns:" + name;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("keytool", ".txt");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
        Files.delete(said);
    }
}
