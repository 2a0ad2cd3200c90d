package ru.freesport.console.onec.outgoing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What 1C says of a file it took: {@code key;outcome;number} a line, as {@code 1c-exchange.ru.md} describes it, in UTF-8 or the
 * windows-1251 that 1C writes unasked.
 *
 * @param file the name of our file
 * @param confirmed keys with 1C's numbers
 * @param rejected keys with 1C's reasons
 * @param unreadable lines that say nothing
 */
public record Acknowledgement(
        String file, Map<String, String> confirmed, Map<String, String> rejected, int unreadable) {

    private static final String ENDING = ".ack";
    private static final int FIELDS = 3;
    private static final Charset RUSSIAN = Charset.forName("windows-1251");

    public static boolean isOne(String name) {
        return name.endsWith(ENDING);
    }

    public static Acknowledgement read(String name, byte[] content) {
        Map<String, String> confirmed = new HashMap<>();
        Map<String, String> rejected = new HashMap<>();
        int unreadable = 0;
        List<String> lines =
                text(content).lines().filter(line -> !line.isBlank()).toList();
        for (String line : lines) {
            String[] fields = line.split(";", FIELDS);
            String key = fields[0].strip();
            String last = fields.length == FIELDS ? fields[2].strip() : "";
            String outcome = fields.length < 2 || key.isEmpty() ? "" : fields[1].strip();
            switch (outcome) {
                case "CREATED", "EXISTS" -> confirmed.put(key, last);
                case "REJECTED" -> rejected.put(key, last);
                default -> unreadable++;
            }
        }
        return new Acknowledgement(name.substring(0, name.length() - ENDING.length()), confirmed, rejected, unreadable);
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(content, RUSSIAN);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
