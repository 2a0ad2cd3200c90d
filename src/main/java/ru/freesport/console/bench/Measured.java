package ru.freesport.console.bench;

import java.time.Duration;

/**
 * One timed import.
 *
 * @param rows of goods, offers, prices and rests
 * @param walBytes written to the write-ahead log meanwhile
 * @param commits made meanwhile
 * @param rowsUpdated of the catalogue's tables
 */
record Measured(long rows, Duration time, long walBytes, long commits, long rowsUpdated) {

    double rowsPerSecond() {
        return rows * 1e9 / Math.max(1, time.toNanos());
    }
}
