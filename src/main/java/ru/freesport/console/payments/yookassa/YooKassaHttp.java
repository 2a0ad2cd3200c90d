package ru.freesport.console.payments.yookassa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallFailure;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.Masking;
import ru.freesport.console.partners.PartnerCall;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerEndpoint;
import ru.freesport.console.partners.PartnerHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests to YooKassa and reads what it answers, refusals included; which of them mean that nothing happened is decided here. */
@Component
public class YooKassaHttp {

    static final String CIRCUIT = "yookassa";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final String KEY = "Idempotence-Key";
    private static final int TOO_MANY = 429;

    private final YooKassaSettings settings;
    private final PartnerCalls calls;
    private final PartnerHttp http;
    private final JsonMapper json;
    private volatile @Nullable RestClient client;

    public YooKassaHttp(YooKassaSettings settings, PartnerCalls calls, PartnerHttp http, JsonMapper json) {
        this.settings = settings;
        this.calls = calls;
        this.http = http;
        this.json = json;
        Masking.hide(settings.secretKey());
        Masking.hide(settings.webhookSecrets().toArray(String[]::new));
    }

    boolean isSet() {
        return settings.isSet();
    }

    /**
     * @param operation for people and figures, without ids
     * @param uri with places for the values
     */
    <W, T> CallOutcome<T> get(
            String operation, String uri, Map<String, ?> values, Class<W> type, Function<W, T> meaning) {
        return calls.call(
                PartnerCall.reading(CIRCUIT, operation),
                _ -> client().get()
                        .uri(uri, values)
                        .accept(MediaType.APPLICATION_JSON)
                        .exchange((_, response) -> answer(response, type, meaning)));
    }

    /** @param body sent byte for byte; empty for none */
    <W, T> CallOutcome<T> post(
            String operation,
            String uri,
            Map<String, ?> values,
            String key,
            String body,
            Class<W> type,
            Function<W, T> meaning) {
        return calls.call(PartnerCall.writing(CIRCUIT, operation, key), _ -> {
            RestClient.RequestBodySpec request =
                    client().post().uri(uri, values).header(KEY, key).accept(MediaType.APPLICATION_JSON);
            if (!body.isEmpty()) {
                request.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
            }
            return request.exchange((_, response) -> answer(response, type, meaning));
        });
    }

    private <W, T> T answer(ClientHttpResponse response, Class<W> type, Function<W, T> meaning) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readAllBytes();
        return switch (Decision.of(status, null)) {
            case REFUSED -> throw refused(status, error(body));
            case UNKNOWN -> throw new CallFailure(CallError.SYSTEM_UNAVAILABLE, true, text(status, error(body)));
            default -> {
                if (status != 200) {
                    // an old way of saying "not yet"
                    throw new CallFailure(
                            CallError.RATE_LIMITED, true, text(status, error(body)), wait(error(body)), null);
                }
                yield meaning.apply(read(body, type));
            }
        };
    }

    private <W> W read(byte[] body, Class<W> type) {
        try {
            W answer = json.readValue(body, type);
            if (answer == null) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, true, "An empty answer");
            }
            return answer;
        } catch (JacksonException unreadable) {
            throw new CallFailure(
                    CallError.DATA_FORMAT_ERROR, true, "An answer nobody can read: " + unreadable.getOriginalMessage());
        }
    }

    private static CallFailure refused(int status, Wire.Error error) {
        String text = text(status, error);
        if (status == TOO_MANY) {
            return new CallFailure(CallError.RATE_LIMITED, false, text, wait(error), null);
        }
        if (KEY.equals(error.parameter())) {
            // the key belongs to another request: what that one did is not known, and it is our mistake
            return new CallFailure(CallError.DATA_FORMAT_ERROR, true, text);
        }
        CallError kind = switch (status) {
            case 401, 403 -> CallError.AUTHENTICATION_FAILED;
            case 405, 415 -> CallError.DATA_FORMAT_ERROR;
            default -> CallError.BUSINESS_LOGIC_ERROR;
        };
        return new CallFailure(kind, false, text);
    }

    private Wire.Error error(byte[] body) {
        try {
            Wire.Error error = body.length == 0 ? null : json.readValue(body, Wire.Error.class);
            return error == null ? new Wire.Error(null, null, null, null, null) : error;
        } catch (JacksonException none) {
            return new Wire.Error(null, null, null, null, null);
        }
    }

    private static String text(int status, Wire.Error error) {
        StringBuilder text = new StringBuilder("HTTP " + status);
        for (String part : new String[] {error.code(), error.parameter(), error.description(), error.id()}) {
            if (part != null) {
                text.append(text.indexOf(":") < 0 ? ": " : ", ").append(part);
            }
        }
        return Masking.text(text.toString());
    }

    private static @Nullable Duration wait(Wire.Error error) {
        Integer millis = error.retryAfter();
        if (millis == null || millis < 0) {
            return null;
        }
        Duration wait = Duration.ofMillis(millis);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private RestClient client() {
        RestClient known = client;
        if (known == null) {
            known = http.client(new PartnerEndpoint(CIRCUIT, settings.baseUrl(), (request, body, next) -> {
                request.getHeaders().setBasicAuth(settings.shop(), settings.secretKey(), StandardCharsets.UTF_8);
                return next.execute(request, body);
            }));
            client = known;
        }
        return known;
    }
}
