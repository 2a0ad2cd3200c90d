package ru.freesport.console.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults of one simulated system that are switched on, each for a number of requests or until switched off. */
public final class Faults {

    /** Until somebody switches it off. */
    public static final int UNTIL_DELETED = -1;

    private final Set<FaultMode> known;
    private final Map<FaultMode, Integer> left = new EnumMap<>(FaultMode.class);

    public Faults(Set<FaultMode> known) {
        this.known = known;
    }

    /** Every mode that this system has. */
    public Set<FaultMode> known() {
        return known;
    }

    /**
     * Switches a fault on.
     *
     * @param count how many requests it hits, at least 1, or {@link #UNTIL_DELETED}
     * @throws IllegalArgumentException for a mode that this system does not have, or a count of 0
     */
    public synchronized void on(FaultMode mode, int count) {
        if (!known.contains(mode)) {
            throw new IllegalArgumentException("This system has no fault " + mode.word());
        }
        if (count == 0 || count < UNTIL_DELETED) {
            throw new IllegalArgumentException("A fault hits at least one request");
        }
        left.put(mode, count);
    }

    public synchronized void off(FaultMode mode) {
        left.remove(mode);
    }

    public synchronized void off() {
        left.clear();
    }

    /** What hits this request; counts it. The mode that stands first in {@link FaultMode} wins. */
    public Optional<FaultMode> take() {
        return take(known);
    }

    /** The same, of these modes only. */
    public synchronized Optional<FaultMode> take(Set<FaultMode> modes) {
        Optional<FaultMode> hit = left.keySet().stream().filter(modes::contains).findFirst();
        hit.ifPresent(this::count);
        return hit;
    }

    /** Whether this very fault hits now; counts it. */
    public synchronized boolean take(FaultMode mode) {
        boolean on = isOn(mode);
        if (on) {
            count(mode);
        }
        return on;
    }

    public synchronized boolean isOn(FaultMode mode) {
        return left.containsKey(mode);
    }

    /** What is switched on, with how many requests are left. */
    public synchronized Map<FaultMode, Integer> all() {
        return new EnumMap<>(left);
    }

    private void count(FaultMode mode) {
        left.computeIfPresent(mode, (_, requests) -> switch (requests) {
            case UNTIL_DELETED -> UNTIL_DELETED;
            case 1 -> null;
            default -> requests - 1;
        });
    }
}
