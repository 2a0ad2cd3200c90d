package ru.freesport.console.partners;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An outside system that sends us notifications at {@code /webhooks/{name}/{secret}}: a bean of the module that understands
 * them. The door checks and stores before it answers; {@link #work} comes later, on any node, and may come twice.
 */
public interface WebhookProvider {

    /** {@code yookassa} */
    String name();

    /** Of which one must be the end of the address; several while one replaces another, none: nothing is taken. */
    Collection<String> secrets();

    /** From which the sender says it sends, {@code 185.71.76.0/27}; none: it does not say. */
    List<String> addresses();

    /** How the sender signs; empty: it does not. */
    default Optional<WebhookSignature> signature() {
        return Optional.empty();
    }

    /** What it is about; cheap, since the sender waits, and careful, since anybody may have written it. Empty: unreadable. */
    Optional<Topic> topic(byte[] body);

    /** What a refused sender is answered; 200 for one that drops us for anything else. */
    default int refusedStatus() {
        return 403;
    }

    /** The body of a good answer. */
    default String answer() {
        return "";
    }

    /**
     * Works on news about one subject, oldest first: reads the subject at the provider and goes by that. Runs as the system,
     * outside a transaction.
     *
     * @return by the webhook's id; one that is missing waits
     */
    Map<Long, Outcome> work(String subject, List<News> news);

    /** One notification with its bytes. */
    record News(Webhook webhook, byte[] body) {

        public long id() {
            return webhook.id();
        }
    }

    /**
     * @param event in the sender's words
     * @param subject what it is about, kind first
     * @param key the same for every repeat of the same news
     */
    record Topic(String event, String subject, String key) {}

    /** How work on one ended. */
    record Outcome(Webhook.State state, @Nullable String remark) {

        public static Outcome applied() {
            return new Outcome(Webhook.State.APPLIED, null);
        }

        public static Outcome unchanged(@Nullable String remark) {
            return new Outcome(Webhook.State.UNCHANGED, remark);
        }

        /** @param remark a code of letters: why it is not believed */
        public static Outcome rejected(String remark) {
            return new Outcome(Webhook.State.REJECTED, remark);
        }

        public static Outcome later(String remark) {
            return new Outcome(Webhook.State.WAITING, remark);
        }
    }
}
