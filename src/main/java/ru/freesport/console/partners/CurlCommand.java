package ru.freesport.console.partners;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A journalled request as a command for a terminal; what was masked stays masked, so it carries no secrets. */
public final class CurlCommand {

    /** What curl works out by itself. */
    private static final Set<String> OWN =
            Set.of("host", "content-length", "connection", "accept-encoding", "transfer-encoding");

    private CurlCommand() {}

    /** Empty for what was no request of HTTP. */
    public static Optional<String> of(@Nullable String head, @Nullable String body) {
        if (head == null || !head.matches("(?s)[A-Z]{3,7} https?://\\S+.*")) {
            return Optional.empty();
        }
        List<String> lines = head.lines().toList();
        String[] request = lines.getFirst().split(" ", 2);
        StringBuilder command =
                new StringBuilder("curl -X ").append(request[0]).append(' ').append(quoted(request[1]));
        lines.stream()
                .skip(1)
                .filter(line -> line.indexOf(':') > 0)
                .filter(line -> !OWN.contains(
                        line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT)))
                .forEach(line -> command.append(" \\\n  -H ").append(quoted(line)));
        if (body != null && !body.isEmpty()) {
            command.append(" \\\n  --data-binary ").append(quoted(body));
        }
        return Optional.of(command.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
