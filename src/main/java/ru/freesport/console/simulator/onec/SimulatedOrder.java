package ru.freesport.console.simulator.onec;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An order as the simulated 1C has it.
 *
 * @param key the shop's immutable id of it, Документ/Ид
 * @param shopNumber the number the shop gave it
 * @param number 1C's own number
 * @param way how it came: HTTP, FTP or the exchange
 * @param changed when its status last moved
 */
record SimulatedOrder(
        String key,
        String shopNumber,
        String number,
        String sum,
        String status,
        boolean posted,
        String way,
        Instant taken,
        Instant changed) {

    SimulatedOrder moved(String status, boolean posted, Instant now) {
        return new SimulatedOrder(key, shopNumber, number, sum, status, posted, way, taken, now);
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", key);
        shown.put("kind", "order");
        shown.put("number", number);
        shown.put("shopNumber", shopNumber);
        shown.put("sum", sum);
        shown.put("status", status);
        shown.put("posted", posted);
        shown.put("way", way);
        shown.put("at", taken.toString());
        return shown;
    }
}
