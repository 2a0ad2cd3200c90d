package ru.freesport.console.partners;

import java.util.Collection;
import java.util.Set;

/** Says which contents a module refers to, so that the clean-up leaves them. */
public interface BlobHold {

    /** Of the given SHA-256, those that are needed. */
    Set<String> heldContents(Collection<String> sha256s);
}
