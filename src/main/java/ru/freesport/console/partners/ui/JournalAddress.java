package ru.freesport.console.partners.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallError;
import ru.freesport.console.partners.CallResult;
import ru.freesport.console.partners.JournalFilter;
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.partners.Message;
import ru.freesport.console.shared.ui.FilterBar;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.ViewState;

/** The journal's filter as the address says it. */
final class JournalAddress {

    private static final String CALLS = "calls";
    private static final String FILES = "files";
    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String FAILED = "failed";
    private static final String CHANNEL = "door";
    private static final String RESULT = "outcome";
    private static final String ERROR = "error";
    private static final String SINCE = "since";
    private static final Map<String, Duration> PERIODS = periods();

    private JournalAddress() {}

    static void offer(FilterBar bar, Map<String, String> channels) {
        bar.quick(FAILED, Texts.t("partners.messages.failed"))
                .quick(IN, Texts.t("partners.direction.IN"))
                .quick(OUT, Texts.t("partners.direction.OUT"))
                .quick(CALLS, Texts.t("partners.messages.calls"))
                .quick(FILES, Texts.t("partners.messages.files"))
                .choice(CHANNEL, Texts.t("partners.messages.anyDoor"), channels)
                .choice(
                        RESULT,
                        Texts.t("partners.messages.anyOutcome"),
                        Texts.words("partners.result", CallResult.values()))
                .choice(ERROR, Texts.t("partners.messages.anyError"), Texts.words("partners.error", CallError.values()))
                .choice(SINCE, Texts.t("partners.messages.anyTime"), since());
    }

    static JournalFilter filter(ViewState state, Instant now) {
        return new JournalFilter(
                either(state, CALLS, FILES)
                        .map(one -> one.equals(CALLS) ? JournalLine.Kind.CALL : JournalLine.Kind.FILE)
                        .orElse(null),
                either(state, IN, OUT)
                        .map(one -> one.equals(IN) ? Message.Direction.IN : Message.Direction.OUT)
                        .orElse(null),
                state.one(CHANNEL).orElse(null),
                chosen(state, RESULT, CallResult.values()),
                chosen(state, ERROR, CallError.values()),
                state.quick(FAILED),
                state.one(SINCE).map(PERIODS::get).map(now::minus).orElse(null),
                state.search().isEmpty() ? null : state.search());
    }

    /** Both chips together say the same as none. */
    private static Optional<String> either(ViewState state, String one, String other) {
        return state.quick(one) == state.quick(other) ? Optional.empty() : Optional.of(state.quick(one) ? one : other);
    }

    private static <E extends Enum<E>> @Nullable E chosen(ViewState state, String name, E[] values) {
        return state.one(name)
                .flatMap(said -> Arrays.stream(values)
                        .filter(value -> value.name().equals(said))
                        .findFirst())
                .orElse(null);
    }

    private static Map<String, Duration> periods() {
        Map<String, Duration> periods = new LinkedHashMap<>();
        periods.put("1h", Duration.ofHours(1));
        periods.put("1d", Duration.ofDays(1));
        periods.put("7d", Duration.ofDays(7));
        return periods;
    }

    private static Map<String, String> since() {
        Map<String, String> since = new LinkedHashMap<>();
        PERIODS.forEach((id, period) -> since.put(id, Texts.t("partners.messages.since", Formats.duration(period))));
        return since;
    }
}
