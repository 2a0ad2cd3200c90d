package ru.freesport.console.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Picture formats by the first bytes of a file: names lie. */
public enum PictureFormat {
    JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", 0x89, 'P', 'N', 'G'),
    GIF("image/gif", 'G', 'I', 'F', '8'),
    BMP("image/bmp", 'B', 'M'),
    WEBP("image/webp", 'R', 'I', 'F', 'F');

    /** How many bytes of a file are enough to know. */
    public static final int HEAD = 16;

    private final String mediaType;
    private final int[] start;

    PictureFormat(String mediaType, int... start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<PictureFormat> of(byte[] head) {
        return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
