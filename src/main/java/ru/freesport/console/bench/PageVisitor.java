package ru.freesport.console.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's browser as far as the server notices: page, Vaadin's start, navigation, and the rows each grid asks for.
 * Styles and scripts, which a real browser keeps, are not fetched.
 */
final class PageVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final int ROOT_NODE = 1;
    private static final int GRID_ROWS = 50;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final JsonMapper json = new JsonMapper();
    private final String address;

    PageVisitor(String address) {
        this.address = address;
    }

    void logIn(String name, String password) throws IOException, InterruptedException {
        var token = CSRF.matcher(get("/login", "text/html").body());
        if (!token.find()) {
            throw new IllegalStateException("The login page has no token in it");
        }
        String form = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + token.group(1);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.headers().firstValue("Location").orElse("error").contains("error")) {
            throw new IllegalStateException("The console refuses the login of " + name);
        }
    }

    /** Opens a list in so many new tabs; returns how long the navigation took that brings the view with its first rows. */
    List<Duration> open(String path, String query, int times) throws IOException, InterruptedException {
        List<Duration> opened = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Tab tab = tab(path, query);
            long begin = System.nanoTime();
            JsonNode view = tab.navigate(path, query);
            opened.add(Duration.ofNanos(System.nanoTime() - begin));
            expectRows(view, path);
            tab.close();
        }
        return opened;
    }

    /** Scrolls a list to a row and then so many pages on; returns how long each of these pages took. */
    List<Duration> scroll(String path, int from, int times) throws IOException, InterruptedException {
        Tab tab = tab(path, "");
        int grid = grids(tab.navigate(path, "")).getFirst();
        List<Duration> pages = new ArrayList<>();
        for (int row = GRID_ROWS; row < from + times * GRID_ROWS; row += GRID_ROWS) {
            long begin = System.nanoTime();
            JsonNode answer = tab.call(List.of(range(grid, row)));
            if (row >= from) {
                pages.add(Duration.ofNanos(System.nanoTime() - begin));
                expectRows(answer, path);
            }
        }
        tab.close();
        return pages;
    }

    private static void expectRows(JsonNode answer, String path) {
        if (!answer.toString().contains("$connector.set")) {
            throw new IllegalStateException("The grid of " + path + " got no rows");
        }
    }

    private Tab tab(String path, String query) throws IOException, InterruptedException {
        JsonNode start = json.readTree(expect(
                get("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query), "application/json"), path));
        return new Tab(start.get("appConfig"));
    }

    /** Opens the page in a new tab, waits until its rows are there, closes the tab; returns how long the opening took. */
    Duration visit(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        expect(get("/" + path, "text/html"), path);
        Tab tab = tab(path, "");
        List<Integer> grids = grids(tab.navigate(path, ""));
        if (!grids.isEmpty()) {
            tab.call(grids.stream().map(grid -> range(grid, 0)).toList());
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        tab.close();
        return time;
    }

    private static Object range(int grid, int from) {
        return Map.of(
                "type",
                "publishedEventHandler",
                "node",
                grid,
                "templateEventMethodName",
                "setViewportRange",
                "templateEventMethodArgs",
                List.of(from, GRID_ROWS),
                "promise",
                -1);
    }

    private static List<Integer> grids(JsonNode answer) {
        List<Integer> nodes = new ArrayList<>();
        for (JsonNode change : answer.path("changes")) {
            if ("tag".equals(change.path("key").asString(""))
                    && "vaadin-grid".equals(change.path("value").asString(""))) {
                nodes.add(change.get("node").asInt());
            }
        }
        return nodes;
    }

    private final class Tab {

        private final String calls;
        private final String key;
        private int sent;
        private int received;

        Tab(JsonNode configuration) {
            this.calls = "/?v-r=uidl&v-uiId=" + configuration.get("v-uiId").asInt();
            JsonNode first = configuration.get("uidl");
            this.key = first.get("Vaadin-Security-Key").asString();
            this.received = first.get("syncId").asInt();
        }

        JsonNode navigate(String path, String query) throws IOException, InterruptedException {
            return call(List.of(Map.of(
                    "type",
                    "event",
                    "node",
                    ROOT_NODE,
                    "event",
                    "ui-navigate",
                    "data",
                    Map.of("route", path, "query", query, "appShellTitle", "", "trigger", ""))));
        }

        JsonNode call(List<?> invocations) throws IOException, InterruptedException {
            String body = json.writeValueAsString(
                    Map.of("csrfToken", key, "rpc", invocations, "syncId", received, "clientId", sent++));
            String answer = expect(post(body), calls);
            JsonNode first = json.readTree(answer);
            if (first.at("/meta/appError").isObject()
                    || first.at("/meta/sessionExpired").asBoolean(false)) {
                throw new IllegalStateException("The console shows an error instead of a page: " + first.get("meta"));
            }
            received = first.get("syncId").asInt();
            return first;
        }

        void close() throws IOException, InterruptedException {
            post(json.writeValueAsString(
                    Map.of("csrfToken", key, "rpc", List.of(), "syncId", received, "clientId", sent, "UNLOAD", true)));
        }

        private HttpResponse<String> post(String body) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(address + calls))
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    private static String expect(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The console answers " + answer.statusCode() + " to " + what);
        }
        return answer.body();
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept", accept));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
