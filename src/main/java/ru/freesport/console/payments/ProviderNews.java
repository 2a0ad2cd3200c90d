package ru.freesport.console.payments;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.shared.Money;

/** Reads at the provider what a notification is about, and takes in what is seen there. */
@Component
public class ProviderNews {

    private final PaymentGateway gateway;
    private final PaymentTable table;
    private final PaymentTransitions payments;
    private final RefundTransitions refunds;

    ProviderNews(PaymentGateway gateway, PaymentTable table, PaymentTransitions payments, RefundTransitions refunds) {
        this.gateway = gateway;
        this.table = table;
        this.payments = payments;
        this.refunds = refunds;
    }

    /**
     * What reading brought.
     *
     * @param failure why it could not be read; the rest is null then
     * @param amount the object's
     * @param wasAmount what a payment was asked for: a capture of a part changes the object's sum, and an older notification says the first one
     */
    public record Reading(
            CallOutcome.@Nullable Failed failure,
            @Nullable Sighting sighting,
            @Nullable Money amount,
            @Nullable Money wasAmount,
            @Nullable String orderNumber) {}

    /** Not in a transaction. */
    public Reading payment(String providerId) {
        return switch (gateway.payment(providerId)) {
            case CallOutcome.Succeeded<SeenPayment> read -> {
                SeenPayment seen = read.answer();
                Sighting sighting = payments.see(gateway.name(), seen, Source.WEBHOOK);
                Money asked = table.byProviderId(gateway.name(), providerId)
                        .map(Payment::amount)
                        .orElse(null);
                yield new Reading(null, sighting, seen.amount(), asked, seen.orderNumber());
            }
            case CallOutcome.Failed failure -> new Reading(failure, null, null, null, null);
        };
    }

    /** Not in a transaction. */
    public Reading refund(String providerId) {
        return switch (gateway.refund(providerId)) {
            case CallOutcome.Succeeded<SeenRefund> read ->
                new Reading(
                        null,
                        refunds.see(gateway.name(), read.answer(), Source.WEBHOOK),
                        read.answer().amount(),
                        null,
                        null);
            case CallOutcome.Failed failure -> new Reading(failure, null, null, null, null);
        };
    }
}
