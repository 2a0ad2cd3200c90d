package ru.freesport.console.simulator.yookassa;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a receipt must be like: a contact, 1 to 80 rows, and rows that add up to the sum. */
final class ReceiptRules {

    private static final int MOST_ITEMS = 80;
    private static final int LONGEST_DESCRIPTION = 128;
    private static final int VAT_CODES = 12;

    private ReceiptRules() {}

    /** @param sum what the rows must add up to */
    static @Nullable JsonNode checked(JsonNode receipt, BigDecimal sum) {
        if (receipt.isMissingNode() || receipt.isNull()) {
            return null;
        }
        check(receipt, sum, "receipt.");
        return receipt;
    }

    static void check(JsonNode receipt, BigDecimal sum, String where) {
        JsonNode customer = receipt.path("customer");
        boolean isReachable = !customer.path("email").asString("").isBlank()
                || customer.path("phone").asString("").matches("\\d{11,15}");
        if (!isReachable) {
            throw Refused.invalid(where + "customer", "Customer's email or phone is required");
        }
        JsonNode items = receipt.path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Refused.invalid(where + "items", "From 1 to " + MOST_ITEMS + " items");
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int at = 0; at < items.size(); at++) {
            total = total.add(item(items.get(at), where + "items[" + at + "]"));
        }
        if (total.compareTo(sum) != 0) {
            throw Refused.invalid(where + "items", "Sum of items " + total + " differs from the amount " + sum);
        }
    }

    private static BigDecimal item(JsonNode item, String where) {
        String description = item.path("description").asString("");
        if (description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
            throw Refused.invalid(where + ".description", "Description is required, at most 128 characters");
        }
        BigDecimal quantity = number(item.path("quantity"), where + ".quantity");
        BigDecimal vat = number(item.path("vat_code"), where + ".vat_code");
        if (vat.compareTo(BigDecimal.ONE) < 0 || vat.compareTo(BigDecimal.valueOf(VAT_CODES)) > 0) {
            throw Refused.invalid(where + ".vat_code", "Unknown vat_code");
        }
        return Sum.read(item.path("amount"), where + ".amount").multiply(quantity);
    }

    private static BigDecimal number(JsonNode node, String where) {
        try {
            BigDecimal number = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asString(""));
            if (number.signum() > 0) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        throw Refused.invalid(where, "A positive number is expected");
    }
}
