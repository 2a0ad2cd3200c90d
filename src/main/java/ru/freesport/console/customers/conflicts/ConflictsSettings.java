package ru.freesport.console.customers.conflicts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import ru.freesport.console.customers.Severity;

/**
 * The norms of the queue.
 *
 * @param high how soon a conflict of high severity should be decided
 * @param medium the same of medium severity
 * @param claim how long a conflict stays with the person who took it
 * @param undo how long a decision can be taken back before it leaves for 1C
 * @param echo how long after it was sent 1C may still bring the old value
 * @param backTest how many earlier decisions a policy is tried on
 */
@ConfigurationProperties("freesport.customers.conflicts")
public record ConflictsSettings(
        Duration high, Duration medium, Duration claim, Duration undo, Duration echo, int backTest) {

    Duration norm(Severity severity) {
        return switch (severity) {
            case HIGH -> high;
            case MEDIUM -> medium;
        };
    }
}
