package ru.freesport.console.payments;

import java.time.Duration;

/** Growing pauses: 1, 2, 3, 5, 8 … times the shortest, and then always the longest; the provider asks for such a row. */
record Pauses(Duration shortest, Duration longest) {

    Duration before(int repeat) {
        long previous = 1;
        long now = 1;
        for (int at = 1; at < repeat && shortest.multipliedBy(now).compareTo(longest) < 0; at++) {
            long next = previous + now;
            previous = now;
            now = next;
        }
        Duration pause = shortest.multipliedBy(now);
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
