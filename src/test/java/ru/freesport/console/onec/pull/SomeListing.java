package ru.freesport.console.onec.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A 1C that answers in ways that no 1C should; it checks nobody. */
final class SomeListing implements AutoCloseable {

    static final String GOODS =
            page("<Каталог СодержитТолькоИзменения=\"true\"><Ид>c-1</Ид><Товары><Товар><Ид>listed-1</Ид>"
                    + "<Наименование>Мяч</Наименование></Товар></Товары></Каталог>");

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    interface Answers {
        void to(HttpExchange exchange) throws IOException;
    }

    SomeListing(Answers answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answers.to(exchange);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    static String page(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<КоммерческаяИнформация ВерсияСхемы=\"3.1\">" + inside
                + "</КоммерческаяИнформация>";
    }

    static void xml(HttpExchange exchange, String text, String next) throws IOException {
        if (!next.isEmpty()) {
            exchange.getResponseHeaders().set("X-Next-Cursor", next);
        }
        send(exchange, 200, "application/xml", text);
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String cursor(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return query.contains("cursor=") ? query.replaceAll(".*cursor=([^&]*).*", "$1") : "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
