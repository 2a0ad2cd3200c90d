package ru.freesport.console.partners;

import java.util.Collection;
import java.util.Set;

/** Says which messages a module still needs, so that the clean-up leaves them. */
public interface MessageHold {

    Set<Long> held(Collection<Long> messageIds);
}
