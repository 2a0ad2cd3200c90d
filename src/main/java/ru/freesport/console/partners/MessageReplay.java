package ru.freesport.console.partners;

import ru.freesport.console.shared.Actor;

/** What a module that understands some kind of message offers: to work on a stored one again. */
public interface MessageReplay {

    boolean canReplay(Message message);

    /**
     * Begins the work as a run of its own.
     *
     * @param dryRun only tells what would change
     * @return the run
     */
    long replay(long messageId, boolean dryRun, Actor actor, String reason);
}
