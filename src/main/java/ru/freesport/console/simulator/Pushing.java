package ru.freesport.console.simulator;

import java.util.List;
import java.util.Map;

/** A simulated system that calls the console by itself. */
public interface Pushing {

    /** Runs what is asked and says how each part ended, as the console answered it. */
    Map<String, List<String>> push(PushRequest wanted);
}
