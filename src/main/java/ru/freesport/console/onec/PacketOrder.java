package ru.freesport.console.onec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.commerceml.CommerceMlKind;

/**
 * What a run is asked to do with a packet.
 *
 * @param paths files to take; empty means all
 * @param kinds kinds of rows to take
 * @param closes the packet is whole: what a full export does not name is switched off at the end
 */
record PacketOrder(long packetId, List<String> paths, Set<ImportKind> kinds, boolean closes) {

    private static final String PACKET = "packet";
    private static final String PATHS = "paths";
    private static final String KINDS = "kinds";
    private static final String CLOSES = "closes";

    static PacketOrder of(RunContext run) {
        List<String> paths = run.parameter(PATHS)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split("\n")))
                .orElse(List.of());
        Set<ImportKind> kinds = run.parameter(KINDS)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.stream(text.split(","))
                        .map(ImportKind::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImportKind.class))))
                .orElse(EnumSet.allOf(ImportKind.class));
        return new PacketOrder(
                Long.parseLong(run.parameter(PACKET).orElseThrow()),
                paths,
                kinds,
                run.parameter(CLOSES).map(Boolean::parseBoolean).orElse(false));
    }

    java.util.Map<String, String> parameters() {
        return java.util.Map.of(
                PACKET, Long.toString(packetId),
                PATHS, String.join("\n", paths),
                KINDS, kinds.stream().map(Enum::name).collect(Collectors.joining(",")),
                CLOSES, Boolean.toString(closes));
    }

    /** All of the packet in one run, and nothing more of it will come. */
    boolean isWhole() {
        return closes;
    }

    boolean isWanted(PacketFile file) {
        return paths.isEmpty() || paths.stream().anyMatch(file::isCalled);
    }

    /** Dictionaries before goods, goods before offers, offers before prices and rests. */
    static Comparator<PacketFile> inOrderOfImport() {
        return Comparator.comparing((PacketFile file) -> CommerceMlKind.ofFileName(file.path())
                        .map(Enum::ordinal)
                        .orElse(Integer.MAX_VALUE))
                .thenComparing(PacketFile::path);
    }
}
