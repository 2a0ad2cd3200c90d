package ru.freesport.console.onec.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.freesport.console.onec.commerceml.DirectoryWriter;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.shared.ui.Translations;

/** mode=info: the statuses, payment systems and delivery services of the shop, which 1C may map its own words to. */
@Component
class InfoMode {

    private final ExchangeSettings settings;
    private final ReplyTexts texts;
    private final SaleDocuments documents;
    private final Translations words;

    InfoMode(ExchangeSettings settings, ReplyTexts texts, SaleDocuments documents) {
        this.settings = settings;
        this.texts = texts;
        this.documents = documents;
        this.words = Translations.of(settings.language());
    }

    ExchangeReply answer(ExchangeCall call) {
        List<String> statuses =
                Arrays.stream(OrderStatus.values()).map(OrderStatus::name).toList();
        byte[] directory = new DirectoryWriter(settings.charset())
                .write(
                        named("orders.status.", statuses),
                        named("orders.paymentSystem.", List.of("yookassa")),
                        named("orders.carrier.", List.of("cdek", "boxberry")));
        return ExchangeReply.document(directory, documents.contentType(), texts.text("directory"));
    }

    private Map<String, String> named(String key, List<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        ids.forEach(id -> names.put(id, words.text(key + id)));
        return names;
    }
}
