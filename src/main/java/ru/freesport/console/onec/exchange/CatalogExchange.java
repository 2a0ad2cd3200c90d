package ru.freesport.console.onec.exchange;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** type=catalog: goods, prices and stock come as files of one packet, which lasts from one init to the next. */
@Component
class CatalogExchange implements ExchangeType {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final ExchangeSessions sessions;
    private final Uploads uploads;
    private final Map<String, ExchangeMode> modes = new LinkedHashMap<>();

    CatalogExchange(
            ExchangeSettings settings,
            ReplyTexts texts,
            ExchangeSessions sessions,
            Uploads uploads,
            FileMode files,
            ImportMode imports,
            FinishMode finish) {
        this.settings = settings;
        this.texts = texts;
        this.sessions = sessions;
        this.uploads = uploads;
        modes.put("init", unlessSuperseded(this::init));
        modes.put("file", inPacket((call, _) -> files.take(call)));
        modes.put("import", inPacket(imports::go));
        modes.put("deactivate", inPacket(finish::deactivate));
        modes.put("complete", inPacket(finish::complete));
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public Map<String, ExchangeMode> modes() {
        return modes;
    }

    private ExchangeReply init(ExchangeCall call) throws IOException {
        Optional<ExchangeSessions.AtWork> atWork = sessions.beginPacket(call.session());
        if (atWork.isPresent()) {
            String since = TIME.format(atWork.get().since().atZone(ZoneId.systemDefault()));
            return texts.failure("inProgress", since, atWork.get().runId());
        }
        uploads.discardOpen(call.lane());
        return ExchangeReply.lines("zip=" + (settings.zip() ? "yes" : "no"), "file_limit=" + settings.fileLimit());
    }

    private ExchangeMode unlessSuperseded(ExchangeMode mode) {
        return call -> call.session().superseded() ? texts.failure("superseded") : mode.answer(call);
    }

    private ExchangeMode inPacket(InPacket mode) {
        return unlessSuperseded(call -> {
            Long packetId = call.session().packetId();
            return packetId == null ? texts.failure("noInit") : mode.answer(call, packetId);
        });
    }

    @FunctionalInterface
    private interface InPacket {
        ExchangeReply answer(ExchangeCall call, long packetId) throws IOException;
    }
}
