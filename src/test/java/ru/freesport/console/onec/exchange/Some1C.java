package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Speaks to the exchange as 1C does, over a real socket. */
final class Some1C {

    private static final Charset REPLIES = Charset.forName("windows-1251");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String user;
    private final String password;
    private @Nullable String cookie;
    private String sessid = "";

    Some1C(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
    }

    HttpResponse<byte[]> checkAuth() throws Exception {
        return checkAuth("catalog");
    }

    HttpResponse<byte[]> checkAuth(String type) throws Exception {
        HttpResponse<byte[]> reply = http.send(
                request("type=" + type + "&mode=checkauth")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofByteArray());
        String[] lines = text(reply).split("\n");
        if (lines.length > 3) {
            cookie = lines[1] + "=" + lines[2];
            sessid = lines[3];
        }
        return reply;
    }

    /** checkauth and init. */
    Some1C begun() throws Exception {
        checkAuth();
        String init = get("type=catalog&mode=init");
        if (!init.startsWith("zip=")) {
            throw new AssertionError(init);
        }
        return this;
    }

    Some1C withCookie(@Nullable String other) {
        cookie = other;
        return this;
    }

    Some1C withSessid(String other) {
        sessid = "sessid=" + other;
        return this;
    }

    String sessid() {
        return sessid;
    }

    HttpResponse<byte[]> call(String query) throws Exception {
        return http.send(request(query + "&" + sessid).build(), BodyHandlers.ofByteArray());
    }

    String get(String query) throws Exception {
        return text(call(query));
    }

    String importFile(String name) throws Exception {
        return importFile("catalog", name);
    }

    String importFile(String type, String name) throws Exception {
        return get("type=" + type + "&mode=import&filename=" + encoded(name));
    }

    String file(String name, byte[] body) throws Exception {
        return file("catalog", name, body);
    }

    String file(String type, String name, byte[] body) throws Exception {
        // what curl --data-binary says by default: a server that believes it would lose the body
        return text(http.send(
                request("type=" + type + "&mode=file&filename=" + encoded(name) + "&" + sessid)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray()));
    }

    /** Without a Content-Length. */
    String chunked(String name, InputStream body) throws Exception {
        return text(http.send(
                request("type=catalog&mode=file&filename=" + encoded(name) + "&" + sessid)
                        .POST(BodyPublishers.ofInputStream(() -> body))
                        .build(),
                BodyHandlers.ofByteArray()));
    }

    void inParts(String name, byte[] body, int size) throws Exception {
        for (int from = 0; from < body.length; from += size) {
            String reply = file(name, Arrays.copyOfRange(body, from, Math.min(body.length, from + size)));
            if (!reply.equals("success")) {
                throw new AssertionError(reply);
            }
        }
    }

    /** Announces more than it sends. */
    String announcing(String name, int announced, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /exchange/1c?type=catalog&mode=file&filename=" + encoded(name) + "&" + sessid
                                    + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\nContent-Length: "
                                    + announced + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.shutdownOutput();
            String reply = new String(socket.getInputStream().readAllBytes(), REPLIES);
            return reply.substring(reply.indexOf("\r\n\r\n") + 4);
        }
    }

    static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), REPLIES);
    }

    private HttpRequest.Builder request(String query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/exchange/1c?" + query))
                .header("User-Agent", "1C+Enterprise/8.3");
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
