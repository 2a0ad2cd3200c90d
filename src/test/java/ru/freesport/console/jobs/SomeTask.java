package ru.freesport.console.jobs;

import java.util.UUID;

/** A task of a test, under a name that no other test or node knows. */
class SomeTask implements ScheduledTask {

    interface Work {
        RunState run(RunContext context) throws Exception;
    }

    private final String name = "some-" + UUID.randomUUID();
    private final Work work;

    SomeTask(Work work) {
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RunState run(RunContext context) throws Exception {
        return work.run(context);
    }
}
