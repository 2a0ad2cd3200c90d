package ru.freesport.console.partners;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads a body as text: by the charset of its type where that says one, else as its bytes tell. */
final class BodyText {

    private BodyText() {}

    /** Empty for what is no text. */
    static Optional<String> of(@Nullable String contentType, byte[] body) {
        MediaType type = type(contentType);
        if (type != null && !isText(type)) {
            return Optional.empty();
        }
        Charset charset = charset(type);
        if (charset != null) {
            return Optional.of(new String(body, charset));
        }
        MessageHead decoded = MessageHead.of(body, true);
        return decoded.encoding().isEmpty() ? Optional.empty() : Optional.of(decoded.text());
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text")
                || type.getSubtype().endsWith("json")
                || type.getSubtype().endsWith("xml")
                || type.getSubtype().contains("form-urlencoded");
    }

    private static @Nullable MediaType type(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    private static @Nullable Charset charset(@Nullable MediaType type) {
        try {
            return type == null ? null : type.getCharset();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }
}
