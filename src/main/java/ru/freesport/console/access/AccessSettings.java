package ru.freesport.console.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How logins are guarded.
 *
 * @param attempts wrong passwords in a row that lock an account
 * @param lock how long it stays locked, and how long a wrong password counts
 * @param passwordLength fewest characters of a password a person chooses
 * @param sessionCheck how soon a session notices that its account was disabled or changed
 * @param apiCallsPerMinute calls one API key may make a minute to one node
 */
@ConfigurationProperties("freesport.access")
record AccessSettings(int attempts, Duration lock, int passwordLength, Duration sessionCheck, int apiCallsPerMinute) {

    AccessSettings {
        if (attempts < 1 || lock.isNegative() || lock.isZero() || passwordLength < 8 || apiCallsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "freesport.access: attempts at least 1, lock above zero, password-length at least 8, api-calls-per-minute at least 1");
        }
    }
}
