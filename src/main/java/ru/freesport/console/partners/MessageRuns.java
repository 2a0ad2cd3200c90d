package ru.freesport.console.partners;

import java.util.List;

/** Which runs worked on a message, newest first; answered by the module that works on it. */
public interface MessageRuns {

    List<Long> of(long messageId);
}
