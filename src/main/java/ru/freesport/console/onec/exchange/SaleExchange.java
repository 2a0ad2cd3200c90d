package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** type=sale: 1C asks for orders, says that it took them, and sends back what became of them. */
@Component
class SaleExchange implements ExchangeType {

    private final ExchangeSettings settings;
    private final ExchangeSessions sessions;
    private final SaleFiles files;
    private final Map<String, ExchangeMode> modes = new LinkedHashMap<>();

    SaleExchange(
            ExchangeSettings settings,
            ExchangeSessions sessions,
            QueryMode query,
            SuccessMode success,
            InfoMode info,
            SaleFiles files) {
        this.settings = settings;
        this.sessions = sessions;
        this.files = files;
        modes.put("init", this::init);
        modes.put("query", query::answer);
        modes.put("success", success::answer);
        modes.put("info", info::answer);
        modes.put("file", files::file);
        modes.put("import", files::importFile);
    }

    @Override
    public String name() {
        return "sale";
    }

    @Override
    public Map<String, ExchangeMode> modes() {
        return modes;
    }

    /** Ends nobody else's session: whoever was given orders may still say that it has them. */
    private ExchangeReply init(ExchangeCall call) throws IOException {
        files.begin(call);
        String asked = call.query().version();
        boolean zip = settings.zip() && (settings.zipOrders() || call.query().zip());
        ExchangeReply limits =
                ExchangeReply.lines("zip=" + (settings.zip() ? "yes" : "no"), "file_limit=" + settings.fileLimit());
        if (asked == null || asked.isBlank()) {
            sessions.negotiated(call.session(), null, zip);
            return limits;
        }
        String version = SaleVersion.agreed(asked);
        sessions.negotiated(call.session(), version, zip);
        return limits.and("sessid=" + call.session().sessid(), "version=" + version);
    }
}
