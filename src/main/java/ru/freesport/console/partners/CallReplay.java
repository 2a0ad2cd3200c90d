package ru.freesport.console.partners;

import ru.freesport.console.shared.Actor;

/** What a module that makes some kind of call offers: to make one again in its own way, under its old key, and never blindly. */
public interface CallReplay {

    boolean canReplay(CallEntry call);

    /** How what the call carried stands now. */
    Outlook outlook(CallEntry call);

    /**
     * Begins the work as a run of its own.
     *
     * @param dryRun only asks the other side and tells what would be sent
     * @return the run
     */
    long replay(CallEntry call, boolean dryRun, Actor actor, String reason);

    /**
     * What a person should know before.
     *
     * @param pending the console is going to send them again by itself
     * @param elsewhere are taken another way, which a replay must not cross
     * @param done the other side has them or refused them for good
     */
    record Outlook(int pending, int elsewhere, int done) {

        /** A replay has something to do. */
        public boolean hasWork() {
            return pending > 0;
        }
    }
}
