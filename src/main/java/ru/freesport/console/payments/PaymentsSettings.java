package ru.freesport.console.payments;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import ru.freesport.console.access.Role;

/**
 * How orders are paid and refunded.
 *
 * @param confirmation how long a customer may take to pay
 * @param holdWarning how long before held money goes back people are told
 * @param repeat pause before a call whose result is unknown, or that could not be made, is repeated; grows by itself
 * @param unknownLong how long nobody may know whether a call was carried out before people are told
 * @param lease how long a node may be at one call before others look after it
 * @param keyLives how long the provider remembers a key
 * @param receiptLate after this people are told that a receipt is not registered
 * @param receiptOverdue after this they are told with more emphasis
 */
@ConfigurationProperties("freesport.payments")
public record PaymentsSettings(
        Capture capture,
        Receipts receipts,
        @Nullable Integer taxSystem,
        Duration confirmation,
        Duration holdWarning,
        Duration repeat,
        Duration unknownLong,
        Duration lease,
        Duration keyLives,
        Duration receiptLate,
        Duration receiptOverdue,
        Refunds refunds) {

    public enum Capture {
        AT_ONCE,
        BY_HAND
    }

    public enum Receipts {
        WITH_PAYMENT,
        OFF
    }

    /**
     * @param limits what each role may refund without a second person
     * @param approval how long a request waits for a second person
     * @param methodsWithoutPart that give back all or nothing
     */
    public record Refunds(Map<Role, Limit> limits, Duration approval, List<String> methodsWithoutPart) {

        public Refunds {
            limits = limits == null ? Map.of() : Map.copyOf(limits);
            methodsWithoutPart = methodsWithoutPart == null ? List.of() : List.copyOf(methodsWithoutPart);
        }
    }

    /** @param day all that one person asks for in a day of the shop */
    public record Limit(BigDecimal single, BigDecimal day) {}
}
