package ru.freesport.console.onec;

import java.util.List;
import java.util.Optional;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Schedule;
import ru.freesport.console.partners.Circuit;

/**
 * One flow of the exchange over HTTP: how its last run ended, what it does now and when it comes next are three things.
 *
 * @param titleKey translation key of what people call it
 * @param schedule empty where there is nobody to call
 * @param taken the import of what the last run fetched, if it fetched anything
 * @param notClosed circuits that stand in its way
 */
public record FlowState(
        ExchangeFlow flow,
        String titleKey,
        Optional<Schedule> schedule,
        Optional<RunView> lastResult,
        Optional<RunView> taken,
        List<RunView> now,
        List<Circuit> notClosed) {}
