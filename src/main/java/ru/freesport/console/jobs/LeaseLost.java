package ru.freesport.console.jobs;

/** Another holder may have taken over: nothing of this one may be written any more. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String lease) {
        super("the lease '" + lease + "' is no longer ours");
    }
}
