package ru.freesport.console.shared;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One that follows one channel; gathers what it heard so that it is told at most twice a second. */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long AT_MOST_EVERY = Duration.ofMillis(500).toNanos();

    private final String channel;
    private final Consumer<Set<String>> changed;
    private final Set<String> heard = new HashSet<>();
    private boolean due;
    private long toldAt = System.nanoTime() - AT_MOST_EVERY;

    Follower(String channel, Consumer<Set<String>> changed) {
        this.channel = channel;
        this.changed = changed;
    }

    String channel() {
        return channel;
    }

    synchronized void heard(String name, String payload) {
        if (channel.equals(name)) {
            heard.add(payload);
            due = true;
        }
    }

    /** News may have passed while nobody listened. */
    synchronized void mayHaveMissed() {
        due = true;
    }

    void tellIfDue(long now) {
        Set<String> news;
        synchronized (this) {
            if (!due || now - toldAt < AT_MOST_EVERY) {
                return;
            }
            news = Set.copyOf(heard);
            heard.clear();
            due = false;
            toldAt = now;
        }
        try {
            changed.accept(news);
        } catch (RuntimeException e) {
            // a screen that is just closing must not end the listening of all others
            LOG.debug("A follower of {} could not be told", channel, e);
        }
    }
}
