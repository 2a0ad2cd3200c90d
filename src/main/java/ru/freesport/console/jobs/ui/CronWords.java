package ru.freesport.console.jobs.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.freesport.console.shared.ui.Texts;

/** The usual cron expressions said in words; the unusual ones stay as they are. */
public final class CronWords {

    private static final Pattern SECONDS = Pattern.compile("(?:0|\\*)/(\\d+) \\* \\* [*?] \\* [*?]");
    private static final Pattern MINUTES = Pattern.compile("\\d+ (?:\\*|(?:\\d+|\\*)/(\\d+)) \\* [*?] \\* [*?]");
    private static final Pattern HOURS = Pattern.compile("\\d+ (\\d+) (?:\\*|(?:0|\\*)/(\\d+)) [*?] \\* [*?]");
    private static final Pattern DAILY = Pattern.compile("\\d+ (\\d+) (\\d+) [*?] \\* [*?]");
    private static final Pattern WORKDAYS = Pattern.compile("\\d+ (\\d+) (\\d+) \\? \\* MON-FRI");

    private CronWords() {}

    public static String of(String cron) {
        return seconds(cron)
                .or(() -> minutes(cron))
                .or(() -> hours(cron))
                .or(() -> daily(cron))
                .or(() -> workdays(cron))
                .orElse(cron);
    }

    private static Optional<String> seconds(String cron) {
        return match(SECONDS, cron).map(found -> Texts.plural("jobs.cron.seconds", number(found, 1)));
    }

    private static Optional<String> minutes(String cron) {
        return match(MINUTES, cron)
                .map(found -> found.group(1) == null || number(found, 1) == 1
                        ? Texts.t("jobs.cron.everyMinute")
                        : Texts.plural("jobs.cron.minutes", number(found, 1)));
    }

    private static Optional<String> hours(String cron) {
        return match(HOURS, cron)
                .map(found -> found.group(2) == null || number(found, 2) == 1
                        ? Texts.t("jobs.cron.everyHour", two(found, 1))
                        : Texts.plural("jobs.cron.hours", number(found, 2), two(found, 1)));
    }

    private static Optional<String> daily(String cron) {
        return match(DAILY, cron).map(found -> Texts.t("jobs.cron.daily", two(found, 2) + ":" + two(found, 1)));
    }

    private static Optional<String> workdays(String cron) {
        return match(WORKDAYS, cron).map(found -> Texts.t("jobs.cron.workdays", two(found, 2) + ":" + two(found, 1)));
    }

    private static Optional<Matcher> match(Pattern pattern, String cron) {
        Matcher matcher = pattern.matcher(cron);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static String two(Matcher found, int group) {
        String digits = found.group(group);
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
