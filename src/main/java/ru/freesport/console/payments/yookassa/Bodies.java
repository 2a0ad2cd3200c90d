package ru.freesport.console.payments.yookassa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.payments.Contact;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentLine;
import ru.freesport.console.payments.PaymentsSettings;
import ru.freesport.console.payments.ReceiptItem;
import ru.freesport.console.shared.Money;
import tools.jackson.databind.json.JsonMapper;

/** Writes what YooKassa is asked, in its fields. */
@Component
class Bodies {

    static final String PAYMENT = "payment_id";
    static final String ORDER = "order_id";
    static final String REFUND = "refund_id";

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DESCRIPTION = 250;
    private static final int MOST_ITEMS = 80;

    private final JsonMapper json;
    private final PaymentsSettings settings;

    Bodies(JsonMapper json, PaymentsSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    String creation(Payment payment, List<ReceiptItem> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", money(payment.amount()));
        body.put("capture", payment.capturesAtOnce());
        body.put("description", payment.description());
        Map<String, Object> confirmation = new LinkedHashMap<>();
        confirmation.put("type", "redirect");
        confirmation.put("return_url", payment.returnUrl());
        body.put("confirmation", confirmation);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(PAYMENT, payment.id().toString());
        metadata.put(ORDER, payment.orderNumber());
        body.put("metadata", metadata);
        receipt(body, payment.contact(), items);
        return json.writeValueAsString(body);
    }

    String capture(Payment payment, Money amount, List<ReceiptItem> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", money(amount));
        receipt(body, payment.contact(), items);
        return json.writeValueAsString(body);
    }

    String refund(Payment payment, UUID refundId, Money amount, String description, List<ReceiptItem> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("payment_id", payment.providerId());
        body.put("amount", money(amount));
        body.put("description", cut(description, LONGEST_DESCRIPTION));
        body.put("metadata", Map.of(REFUND, refundId.toString()));
        receipt(body, payment.contact(), items);
        return json.writeValueAsString(body);
    }

    String receipt(Payment payment, @Nullable String refundProviderId, Money amount, List<ReceiptItem> items) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", refundProviderId == null ? "payment" : "refund");
        body.put(
                refundProviderId == null ? "payment_id" : "refund_id",
                refundProviderId == null ? payment.providerId() : refundProviderId);
        body.put("customer", customer(payment.contact()));
        body.put("items", items(items));
        body.put("send", true);
        Map<String, Object> settlement = new LinkedHashMap<>();
        settlement.put("type", "cashless");
        settlement.put("amount", money(amount));
        body.put("settlements", List.of(settlement));
        taxSystem(body);
        return json.writeValueAsString(body);
    }

    private void receipt(Map<String, Object> body, Contact contact, List<ReceiptItem> items) {
        if (items.isEmpty() || !contact.isGiven()) {
            return;
        }
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("customer", customer(contact));
        receipt.put("items", items(items));
        taxSystem(receipt);
        body.put("receipt", receipt);
    }

    private void taxSystem(Map<String, Object> receipt) {
        if (settings.taxSystem() != null) {
            receipt.put("tax_system_code", settings.taxSystem());
        }
    }

    private static Map<String, Object> customer(Contact contact) {
        Map<String, Object> customer = new LinkedHashMap<>();
        if (contact.email() != null) {
            customer.put("email", contact.email());
        }
        if (contact.phone() != null) {
            customer.put("phone", contact.phone().replaceAll("\\D", ""));
        }
        return customer;
    }

    private static List<Map<String, Object>> items(List<ReceiptItem> items) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (ReceiptItem item : items.size() > MOST_ITEMS ? ShortReceipt.of(items) : items) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("description", cut(item.name(), LONGEST_NAME));
            one.put("quantity", item.quantity());
            one.put("amount", money(item.price()));
            one.put("vat_code", VatCode.of(item.vat()));
            one.put("payment_subject", item.kind() == PaymentLine.Kind.DELIVERY ? "service" : "commodity");
            one.put("payment_mode", "full_prepayment");
            written.add(one);
        }
        return written;
    }

    private static Map<String, Object> money(Money money) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("value", money.plain());
        written.put("currency", money.currency());
        return written;
    }

    private static String cut(String text, int longest) {
        String plain = text.isBlank() ? "-" : text.strip();
        return plain.codePointCount(0, plain.length()) <= longest
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, longest));
    }
}
