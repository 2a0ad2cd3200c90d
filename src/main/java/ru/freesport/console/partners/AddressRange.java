package ru.freesport.console.partners;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A block of network addresses, {@code 185.71.76.0/27} or one address. */
record AddressRange(byte[] network, int bits) {

    /** @throws IllegalArgumentException when it is none; names are not looked up */
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] network = literal(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("Not a network address: " + text))
                .getAddress();
        int bits = parts.length == 1 ? network.length * Byte.SIZE : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > network.length * Byte.SIZE) {
            throw new IllegalArgumentException("Not a block of addresses: " + text);
        }
        return new AddressRange(network, bits);
    }

    static List<AddressRange> all(List<String> texts) {
        return texts.stream().map(AddressRange::of).toList();
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((bytes[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** An address as it is written; never a name. */
    static Optional<InetAddress> literal(String text) {
        String plain = text.strip();
        if (!plain.matches("[0-9a-fA-F:.%]{2,45}") || !plain.matches(".*[.:].*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(plain));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
