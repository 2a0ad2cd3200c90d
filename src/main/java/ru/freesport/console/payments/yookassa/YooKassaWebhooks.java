package ru.freesport.console.payments.yookassa;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.WebhookProvider;
import ru.freesport.console.payments.ProviderNews;
import ru.freesport.console.payments.Sighting;
import ru.freesport.console.shared.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notifications of YooKassa. They are not signed, so a notification is only a reason to read the object; what it says of itself is compared with
 * that and never believed.
 */
@Component
class YooKassaWebhooks implements WebhookProvider {

    private static final int ATTEMPTS_TO_MATCH = 5;
    private static final String ID = "[0-9a-zA-Z-]{1,64}";

    private final YooKassaSettings settings;
    private final ProviderNews news;
    private final JsonMapper json;

    YooKassaWebhooks(YooKassaSettings settings, ProviderNews news, JsonMapper json) {
        this.settings = settings;
        this.news = news;
        this.json = json;
    }

    @Override
    public String name() {
        return "yookassa";
    }

    @Override
    public Collection<String> secrets() {
        return settings.webhookSecrets();
    }

    @Override
    public List<String> addresses() {
        return settings.webhookAddresses();
    }

    @Override
    public Optional<Topic> topic(byte[] body) {
        JsonNode notification = read(body);
        String event = notification.path("event").asString("");
        String id = notification.at("/object/id").asString("");
        String status = notification.at("/object/status").asString("");
        if (!event.matches("(payment|refund)\\.[a-z_]{1,40}")
                || !id.matches(ID)
                || !notification.path("type").asString("").equals("notification")) {
            return Optional.empty();
        }
        String kind = event.substring(0, event.indexOf('.'));
        // no event carries an id of its own; a refund has one event only
        String key = kind.equals("refund") ? event + " " + id : event + " " + id + " " + status;
        return Optional.of(new Topic(event, kind + ":" + id, key));
    }

    @Override
    public Map<Long, Outcome> work(String subject, List<News> all) {
        String kind = subject.substring(0, subject.indexOf(':'));
        String id = subject.substring(subject.indexOf(':') + 1);
        ProviderNews.Reading reading = kind.equals("refund") ? news.refund(id) : news.payment(id);
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (News one : all) {
            outcomes.put(one.id(), outcome(one, reading));
        }
        return outcomes;
    }

    private Outcome outcome(News one, ProviderNews.Reading reading) {
        if (reading.failure() != null) {
            return failed(reading.failure());
        }
        String lie = lie(one.body(), reading);
        if (lie != null) {
            return Outcome.rejected(lie);
        }
        return switch (java.util.Objects.requireNonNull(reading.sighting())) {
            case CHANGED -> Outcome.applied();
            case UNCHANGED -> Outcome.unchanged(null);
            case DIFFERENT -> Outcome.rejected("DIFFERS_FROM_OURS");
            case TOO_EARLY -> Outcome.later(Sighting.TOO_EARLY.name());
            case NOT_OURS ->
                one.webhook().attempts() < ATTEMPTS_TO_MATCH
                        ? Outcome.later(Sighting.NOT_OURS.name())
                        : Outcome.unchanged(Sighting.NOT_OURS.name());
        };
    }

    private static Outcome failed(CallOutcome.Failed failure) {
        boolean isAbsent = failure instanceof CallOutcome.Rejected<?>
                && (failure.error() == CallError.BUSINESS_LOGIC_ERROR
                        || failure.error() == CallError.DATA_FORMAT_ERROR);
        return isAbsent
                ? Outcome.rejected("NO_SUCH_OBJECT")
                : Outcome.later(failure.error().name());
    }

    /** What the notification says otherwise than the object itself; null when nothing. Its status may rightly be an older one. */
    private @Nullable String lie(byte[] body, ProviderNews.Reading reading) {
        JsonNode object = read(body).path("object");
        Money amount = java.util.Objects.requireNonNull(reading.amount());
        String shop = object.at("/recipient/account_id").asString("");
        if (!shop.isEmpty() && !shop.equals(settings.shop())) {
            return "SHOP";
        }
        if (!object.at("/amount/currency").asString("").equals(amount.currency())) {
            return "CURRENCY";
        }
        String order = object.at("/metadata/" + Bodies.ORDER).asString("");
        if (reading.orderNumber() != null && !order.isEmpty() && !order.equals(reading.orderNumber())) {
            return "ORDER";
        }
        return isSum(object, amount) || reading.wasAmount() != null && isSum(object, reading.wasAmount())
                ? null
                : "AMOUNT";
    }

    private static boolean isSum(JsonNode object, Money amount) {
        try {
            return new BigDecimal(object.at("/amount/value").asString("")).compareTo(amount.amount()) == 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private JsonNode read(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            return read == null ? json.createObjectNode() : read;
        } catch (JacksonException none) {
            return json.createObjectNode();
        }
    }
}
