package ru.freesport.console.partners;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** This node's retries and rate limits, one of each per circuit. */
final class CallGuards {

    private static final double DOUBLED = 2;
    private static final double JITTER = 0.25;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);

    private final PartnersSettings settings;
    private final Map<String, Retry> retries = new ConcurrentHashMap<>();
    private final Map<String, RateLimiter> limits = new ConcurrentHashMap<>();

    CallGuards(PartnersSettings settings) {
        this.settings = settings;
    }

    /** Tries a call again with a growing pause; one that writes without a key only once. */
    Retry retry(PartnerCall call) {
        return retries.computeIfAbsent(call.circuit() + (call.isRepeatable() ? "" : " once"), name -> {
            PartnersSettings.Guard guard = settings.guardOf(call.circuit());
            IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(
                    guard.pause().toMillis(),
                    DOUBLED,
                    JITTER,
                    guard.longestPause().toMillis());
            return Retry.of(
                    name,
                    RetryConfig.custom()
                            .maxAttempts(call.isRepeatable() ? guard.tries() : 1)
                            .retryOnException(CallGuards::isRetried)
                            .intervalBiFunction((attempt, result) -> {
                                long pause = pauses.apply(attempt);
                                return result.isLeft() && result.getLeft() instanceof CallFailure failure
                                        ? failure.retryAfter()
                                                .map(Duration::toMillis)
                                                .orElse(pause)
                                        : pause;
                            })
                            .build());
        });
    }

    private static boolean isRetried(Throwable thrown) {
        return thrown instanceof CallFailure failure
                && failure.error().isRetried()
                && !(failure.getCause() instanceof NotSent);
    }

    RateLimiter limit(String circuit) {
        return limits.computeIfAbsent(
                circuit,
                name -> RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .limitForPeriod(settings.guardOf(name).perSecond())
                                .timeoutDuration(LONGEST_QUEUE)
                                .build()));
    }

    /** Says of a failure that the attempt never left. */
    static final class NotSent extends Exception {

        private static final long serialVersionUID = 1;

        NotSent() {
            super(null, null, false, false);
        }
    }
}
