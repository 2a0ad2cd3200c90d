package ru.freesport.console.simulator.onec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulated 1C reads of an order document.
 *
 * @param total Документ/Сумма
 * @param lines Товар/Сумма of every row
 * @param vatIncluded Налоги/Налог/УчтеноВСумме of the document, as 1C reads it: from nowhere else
 * @param requisites ЗначениеРеквизита by name
 */
record OrderDocument(
        String key,
        String number,
        Optional<BigDecimal> total,
        List<BigDecimal> lines,
        Optional<String> vatIncluded,
        Map<String, String> requisites) {

    /** Why this 1C refuses it, if it does. */
    Optional<String> problem() {
        if (key.isBlank()) {
            return Optional.of("Нет Документ/Ид");
        }
        if (number.isBlank()) {
            return Optional.of("Нет Документ/Номер");
        }
        if (lines.isEmpty()) {
            return Optional.of("В документе нет строк");
        }
        BigDecimal rows = lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.isEmpty() || total.get().compareTo(rows) != 0) {
            return Optional.of("Сумма документа не равна сумме строк: "
                    + total.map(BigDecimal::toPlainString).orElse("нет") + " и " + rows.toPlainString());
        }
        if (vatIncluded.isEmpty()) {
            return Optional.of("Нет Документ/Налоги/Налог/УчтеноВСумме");
        }
        return Optional.of("Организация")
                .filter(name -> requisites.getOrDefault(name, "").isBlank())
                .map(name -> "Нет реквизита " + name);
    }
}
