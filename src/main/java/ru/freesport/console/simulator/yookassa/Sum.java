package ru.freesport.console.simulator.yookassa;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Money as YooKassa writes it: a string with two decimals, and roubles. */
final class Sum {

    private Sum() {}

    /** @throws Refused when there is none, or it is written in another way */
    static BigDecimal read(JsonNode node, String parameter) {
        JsonNode value = node.path("value");
        if (!value.isString() || !value.stringValue().matches("\\d{1,12}\\.\\d{2}")) {
            throw Refused.invalid(parameter + ".value", "Amount value is missing or has a wrong format");
        }
        if (!"RUB".equals(node.path("currency").asString(""))) {
            throw Refused.invalid(parameter + ".currency", "Currency is not supported by the shop");
        }
        BigDecimal sum = new BigDecimal(value.stringValue());
        if (sum.signum() <= 0) {
            throw Refused.invalid(parameter + ".value", "Amount value must be positive");
        }
        return sum;
    }

    static Map<String, Object> shown(BigDecimal sum) {
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("value", sum.setScale(2).toPlainString());
        money.put("currency", "RUB");
        return money;
    }
}
