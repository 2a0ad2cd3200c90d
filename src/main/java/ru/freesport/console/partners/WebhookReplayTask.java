package ru.freesport.console.partners;

import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.shared.Actor;

/** Has a stored notification worked on once more because a person wants it; what it says is read at the provider as ever. */
@Component
class WebhookReplayTask implements ScheduledTask, MessageReplay {

    static final String NAME = "partners.webhook-replay";
    private static final String MESSAGE = "message";

    private final WebhookTable table;
    private final org.springframework.beans.factory.ObjectProvider<Runs> runs;

    WebhookReplayTask(WebhookTable table, org.springframework.beans.factory.ObjectProvider<Runs> runs) {
        this.table = table;
        this.runs = runs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canReplay(Message message) {
        return message.channel().equals("webhook");
    }

    @Override
    public long replay(long messageId, boolean dryRun, Actor actor, String reason) {
        return runs.getObject()
                .submit(RunRequest.of(NAME, RunTrigger.REPLAY, actor)
                        .because(reason)
                        .with(MESSAGE, Long.toString(messageId))
                        .about("#" + messageId)
                        .dry(dryRun));
    }

    @Override
    public RunState run(RunContext run) {
        long message = Long.parseLong(run.parameter(MESSAGE).orElseThrow());
        Webhook webhook = table.ofMessage(message).orElseThrow();
        if (run.isDryRun()) {
            run.note("partners.event.webhookWouldReplay", webhook.state().name());
            return RunState.COMPLETED;
        }
        if (!table.again(webhook.id())) {
            run.warn("partners.event.webhookUnreadable");
            return RunState.FAILED;
        }
        run.note("partners.event.webhookReplayed", webhook.state().name());
        run.rows(1);
        return RunState.COMPLETED;
    }
}
