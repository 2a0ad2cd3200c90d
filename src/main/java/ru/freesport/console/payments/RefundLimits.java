package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.payments.PaymentsSettings.Limit;
import ru.freesport.console.shared.Money;

/** What whoever is logged in may give back without a second person: at once, and in a day of the shop. */
@Component
class RefundLimits {

    private final RefundTable refunds;
    private final PaymentsSettings settings;
    private final CurrentUser user;
    private final Clock clock;
    private final ZoneId zone;

    RefundLimits(
            RefundTable refunds,
            PaymentsSettings settings,
            CurrentUser user,
            Clock clock,
            @Value("${freesport.shared.zone}") ZoneId zone) {
        this.refunds = refunds;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
        this.zone = zone;
    }

    /** Of several roles the widest counts. */
    boolean allow(Money amount) {
        Instant day =
                clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        BigDecimal today = refunds.askedSince(user.actor(), day);
        return settings.refunds().limits().entrySet().stream()
                .filter(one -> user.has(one.getKey()))
                .map(Map.Entry<Role, Limit>::getValue)
                .anyMatch(limit -> allows(limit, amount.amount(), today));
    }

    static boolean allows(Limit limit, BigDecimal amount, BigDecimal today) {
        return amount.compareTo(limit.single()) <= 0 && today.add(amount).compareTo(limit.day()) <= 0;
    }
}
