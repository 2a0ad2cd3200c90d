package ru.freesport.console.orders.statuses;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.statuses.LineDifference.Kind;

/** Holds what was ordered against what 1C will deliver. */
final class LineDifferences {

    /** An ordered row, or the rows of one variant together. */
    record Ordered(String variantOnecId, String name, BigDecimal quantity, BigDecimal sum) {

        private Ordered plus(Ordered more) {
            return new Ordered(variantOnecId, name, quantity.add(more.quantity), sum.add(more.sum));
        }
    }

    private LineDifferences() {}

    static List<LineDifference> of(List<Ordered> ordered, List<ReportedOrder.Line> told) {
        Map<String, Ordered> open = new LinkedHashMap<>();
        ordered.forEach(line -> open.merge(key(line.variantOnecId()), line, Ordered::plus));
        Map<String, ReportedOrder.Line> byVariant = new LinkedHashMap<>();
        told.forEach(line -> byVariant.merge(key(line, open), line, LineDifferences::plus));
        List<LineDifference> found = new ArrayList<>();
        open.forEach((key, line) -> difference(line, byVariant.remove(key)).ifPresent(found::add));
        byVariant.values().forEach(line -> found.add(added(line)));
        return List.copyOf(found);
    }

    /** 1C books deliveries under services of its own. */
    private static String key(ReportedOrder.Line line, Map<String, Ordered> ordered) {
        String key = key(line.variantOnecId());
        String delivery = key(OrderLine.DELIVERY_ID);
        return line.isService() && !ordered.containsKey(key) && ordered.containsKey(delivery) ? delivery : key;
    }

    private static String key(String variantOnecId) {
        return variantOnecId.toLowerCase(Locale.ROOT);
    }

    private static ReportedOrder.Line plus(ReportedOrder.Line one, ReportedOrder.Line more) {
        return new ReportedOrder.Line(
                one.variantOnecId(),
                one.name(),
                one.quantity().add(more.quantity()),
                one.sum() == null || more.sum() == null ? null : one.sum().add(more.sum()),
                one.isService());
    }

    private static Optional<LineDifference> difference(Ordered line, ReportedOrder.@Nullable Line told) {
        if (told == null || told.quantity().signum() <= 0) {
            return Optional.of(difference(Kind.REMOVED, line, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        int more = told.quantity().compareTo(line.quantity());
        if (more != 0) {
            return Optional.of(difference(more < 0 ? Kind.REDUCED : Kind.INCREASED, line, told.quantity(), told.sum()));
        }
        return told.sum() == null || told.sum().compareTo(line.sum()) == 0
                ? Optional.empty()
                : Optional.of(difference(Kind.SUM_DIFFERS, line, told.quantity(), told.sum()));
    }

    private static LineDifference difference(
            Kind kind, Ordered line, BigDecimal willDeliver, @Nullable BigDecimal onecSum) {
        return new LineDifference(
                kind, line.variantOnecId(), line.name(), line.quantity(), willDeliver, line.sum(), onecSum);
    }

    private static LineDifference added(ReportedOrder.Line line) {
        return new LineDifference(
                Kind.ADDED, line.variantOnecId(), line.name(), BigDecimal.ZERO, line.quantity(), null, line.sum());
    }
}
