package ru.freesport.console.simulator;

/** The description of 1C's HTTP service, {@code src/docs/onec-http-api.yaml}. */
public final class OnecContract extends Contract {

    public OnecContract() {
        super("onec-http-api.yaml", exchange -> exchange.system().equals("onec"));
    }
}
