package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the guard found in a packet, kind by kind; kinds of which there was nothing are left out. */
public record GuardVerdict(List<Count> counts) {

    public static final GuardVerdict NOTHING = new GuardVerdict(List.of());

    /**
     * @param earlier what earlier runs of the same packet did already
     * @param of how many there are in force; null where no share was counted
     * @param percent the limit that was held against; null where there is none
     * @param over a reason to hold the packet
     */
    public record Count(
            FindingKind kind,
            long found,
            long earlier,
            @Nullable Long of,
            @Nullable BigDecimal percent,
            boolean over) {

        /** Of how many there are, over all runs of the packet. */
        public Optional<BigDecimal> share() {
            return of == null || of == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf((found + earlier) * 100)
                            .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
        }
    }

    public GuardVerdict {
        counts = List.copyOf(counts);
    }

    public boolean isOver() {
        return counts.stream().anyMatch(Count::over);
    }

    public long found(FindingKind kind) {
        return counts.stream()
                .filter(count -> count.kind() == kind)
                .mapToLong(Count::found)
                .sum();
    }
}
