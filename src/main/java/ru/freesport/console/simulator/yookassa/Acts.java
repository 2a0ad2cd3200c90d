package ru.freesport.console.simulator.yookassa;

/** What the world does to objects of the shop: customers pay or do not, banks decline, time passes. */
final class Acts {

    private final ShopBook book;

    Acts(ShopBook book) {
        this.book = book;
    }

    /**
     * On a payment {@code pay}, {@code pay:}method or card number, {@code decline}, {@code decline:}reason, {@code expire} and
     * {@code hold-refunds} (its new refunds stay pending); on a refund {@code pay} and {@code decline}; on a receipt
     * {@code decline}.
     */
    void act(String id, String act) {
        String[] words = act.split(":", 2);
        String detail = words.length == 2 ? words[1] : "";
        try {
            if (id.startsWith("rt-")) {
                onReceipt(id, words[0]);
            } else if (book.refunds().stream().anyMatch(refund -> refund.id.equals(id))) {
                onRefund(id, words[0], detail);
            } else {
                onPayment(id, words[0], detail);
            }
        } catch (Refused unknown) {
            throw new IllegalArgumentException("There is no " + id, unknown);
        }
    }

    private void onPayment(String id, String act, String detail) {
        SimulatedPayment payment = book.payment(id);
        switch (act) {
            case "pay" -> book.pay(payment, Method.of(detail));
            case "decline" -> book.decline(payment, detail.isEmpty() ? "general_decline" : detail);
            case "expire" -> book.expire(payment);
            case "hold-refunds" -> payment.holdsRefunds = true;
            default -> throw unknown(act);
        }
    }

    private void onRefund(String id, String act, String detail) {
        SimulatedRefund refund = book.refund(id);
        switch (act) {
            case "pay" -> book.settle(refund);
            case "decline" -> book.decline(refund, detail.isEmpty() ? "general_decline" : detail);
            default -> throw unknown(act);
        }
    }

    private void onReceipt(String id, String act) {
        if (!act.equals("decline")) {
            throw unknown(act);
        }
        book.receipt(id).cancel();
    }

    private static IllegalArgumentException unknown(String act) {
        return new IllegalArgumentException("YooKassa knows no act " + act);
    }
}
