package ru.freesport.console.jobs;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** A cron expression somebody typed, judged, and the times it stands for. */
public sealed interface CronPlan {

    record Wrong(ScheduleChange.Why why) implements CronPlan {}

    record Times(String cron, List<Instant> next) implements CronPlan {

        public Times {
            next = List.copyOf(next);
        }
    }

    static CronPlan of(String typed, ZoneId zone, Instant from, int howMany, Duration shortest) {
        String cron = typed.strip().replaceAll("\\s+", " ");
        CronExpression expression;
        try {
            expression = new CronExpression(cron);
        } catch (ParseException | RuntimeException e) {
            // Quartz answers some nonsense with NumberFormatException or worse
            return new Wrong(ScheduleChange.Why.CRON_MALFORMED);
        }
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        List<Instant> next = new ArrayList<>();
        Date time = Date.from(from);
        while (next.size() < howMany && (time = expression.getNextValidTimeAfter(time)) != null) {
            if (!next.isEmpty()
                    && Duration.between(next.getLast(), time.toInstant()).compareTo(shortest) < 0) {
                return new Wrong(ScheduleChange.Why.CRON_TOO_OFTEN);
            }
            next.add(time.toInstant());
        }
        return next.isEmpty() ? new Wrong(ScheduleChange.Why.CRON_NEVER_FIRES) : new Times(cron, next);
    }
}
