package ru.freesport.console.onec.http;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

/** Signed clients of 1C's HTTP service, one per circuit, and the question whether 1C is there. */
@Component
public class OnecHttp {

    private final OnecHttpSettings settings;
    private final PartnerCalls calls;
    private final PartnerHttp http;
    private final Clock clock;
    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

    public OnecHttp(OnecHttpSettings settings, PartnerCalls calls, PartnerHttp http, Clock clock) {
        this.settings = settings;
        Masking.hide(settings.password(), settings.secret());
        this.calls = calls;
        this.http = http;
        this.clock = clock;
    }

    public boolean isSet() {
        return settings.isSet();
    }

    /** The client for the calls of one circuit; use it only inside {@link PartnerCalls#call}. */
    public RestClient client(String circuit) {
        return clients.computeIfAbsent(
                circuit,
                name -> http.client(new PartnerEndpoint(name, settings.baseUrl(), new OnecSigning(settings, clock))));
    }

    /** Asks 1C through this circuit whether it is there. */
    public CallOutcome<Boolean> ping(String circuit) {
        return calls.call(PartnerCall.reading(circuit, "GET /ping"), _ -> {
            Pong pong = client(circuit).get().uri("/ping").retrieve().body(Pong.class);
            if (pong == null || !pong.ok()) {
                throw new CallFailure(CallError.DATA_FORMAT_ERROR, false, "1C answered the ping with something else");
            }
            return true;
        });
    }

    record Pong(boolean ok) {}
}
