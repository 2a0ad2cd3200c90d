package ru.freesport.console.payments.yookassa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.freesport.console.payments.ReceiptItem;
import ru.freesport.console.shared.Money;

/** A receipt with more rows than YooKassa takes, told by one row per VAT rate and kind; the sum is the same to the kopeck. */
final class ShortReceipt {

    private ShortReceipt() {}

    static List<ReceiptItem> of(List<ReceiptItem> items) {
        Map<String, List<ReceiptItem>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(item.kind() + item.vat(), _ -> new ArrayList<>())
                .add(item));
        return groups.values().stream().map(ShortReceipt::together).toList();
    }

    private static ReceiptItem together(List<ReceiptItem> items) {
        ReceiptItem first = items.getFirst();
        BigDecimal sum = items.stream().map(ReceiptItem::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        String name = first.name().substring(0, Math.min(first.name().length(), 100));
        return new ReceiptItem(
                first.kind(),
                items.size() == 1 ? name : name + " +" + (items.size() - 1),
                BigDecimal.ONE,
                new Money(sum, first.price().currency()),
                first.vat());
    }
}
