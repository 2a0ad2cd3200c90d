package ru.freesport.console.simulator.yookassa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import ru.freesport.console.simulator.LabExchange;

/** The page where a person pays, declines or lets the payment expire; what YooKassa's confirmation address shows. */
final class PayPage {

    static final String PATH = "/pay";

    private static final String HTML = "text/html; charset=utf-8";

    private final ShopBook book;
    private final Acts acts;
    private final String template;

    PayPage(ShopBook book, Acts acts) {
        this.book = book;
        this.acts = acts;
        this.template = template();
    }

    void serve(LabExchange exchange) throws IOException {
        String id = exchange.path().substring(exchange.path().lastIndexOf('/') + 1);
        SimulatedPayment payment;
        try {
            payment = book.payment(id);
        } catch (Refused unknown) {
            exchange.answer(404, HTML, page("0.00", "", "unknown", ""));
            return;
        }
        if (exchange.method().equals("POST") && payment.is("pending")) {
            act(id, form(exchange.body()));
            exchange.setHeader("Location", String.valueOf(payment.returnUrl));
            exchange.answer(302, HTML, new byte[0]);
            return;
        }
        exchange.answer(
                200,
                HTML,
                page(
                        payment.amount.toPlainString(),
                        String.valueOf(payment.description),
                        payment.status,
                        String.valueOf(payment.returnUrl)));
    }

    private void act(String id, Map<String, String> form) {
        String act = form.getOrDefault("act", "");
        String how = form.getOrDefault("method", "bank_card");
        String card = form.getOrDefault("card", "").replaceAll("\\s", "");
        acts.act(id, act.equals("pay") ? "pay:" + (how.equals("bank_card") && !card.isEmpty() ? card : how) : act);
    }

    private byte[] page(String amount, String description, String status, String returnUrl) {
        return template.replace("{amount}", escaped(amount))
                .replace("{description}", escaped(description))
                .replace("{status}", escaped(status))
                .replace("{return}", escaped(returnUrl))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String template() {
        try (InputStream file = PayPage.class.getResourceAsStream("/simulator/yookassa-pay.html")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
