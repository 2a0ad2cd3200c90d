package ru.freesport.console.onec;

import org.jspecify.annotations.Nullable;

/**
 * One file of a packet.
 *
 * @param path inside the packet, with forward slashes
 * @param size bytes
 * @param messageId the stored message it came as, or came inside of; null for a picture that came alone
 */
public record PacketFile(
        long packetId,
        String path,
        String sha256,
        long size,
        @Nullable Long messageId) {

    /** 1C and archives do not agree on folders: {@code goods.xml} may lie at {@code export/goods.xml}. */
    public boolean isCalled(String name) {
        return path.equals(name) || path.endsWith("/" + name) || name.endsWith("/" + path);
    }

    boolean isZip() {
        String name = path.toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".zip") || name.matches(".*\\.z\\d{2,3}");
    }

    boolean isXml() {
        return path.toLowerCase(java.util.Locale.ROOT).endsWith(".xml");
    }

    boolean isPicture() {
        return path.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp|bmp)");
    }
}
