package ru.freesport.console.onec.commerceml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;

/**
 * Writes counterparties as 1C writes them itself, so that what comes back compares with what was sent. What is null is left
 * out and stays in 1C as it is; НомерВерсии tells an older document that arrives late from a newer one.
 */
public final class CounterpartyWriter {

    private static final String VERSION = "3.1";

    private final ZoneId zone;

    /** @param zone of the time in the document, which carries none */
    public CounterpartyWriter(ZoneId zone) {
        this.zone = zone;
    }

    public byte[] write(List<Counterparty> counterparties, Instant formed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = Elements.writer(text);
            Elements xml = new Elements(out);
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.open("КоммерческаяИнформация");
            out.writeDefaultNamespace(OrderWriter.NAMESPACE_3);
            out.writeAttribute("ВерсияСхемы", VERSION);
            out.writeAttribute(
                    "ДатаФормирования",
                    DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                            .withZone(zone)
                            .format(formed));
            xml.open("Контрагенты");
            for (Counterparty counterparty : counterparties) {
                write(xml, counterparty);
            }
            xml.close();
            xml.close();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return EncodedXml.bytes(text.toString(), StandardCharsets.UTF_8);
    }

    private static void write(Elements xml, Counterparty counterparty) throws XMLStreamException {
        xml.open("Контрагент");
        xml.text("Ид", counterparty.id());
        xml.optional("НомерВерсии", counterparty.version());
        xml.optional("Наименование", counterparty.name());
        xml.optional("ОфициальноеНаименование", counterparty.officialName());
        xml.optional("ПолноеНаименование", counterparty.fullName());
        xml.optional("Фамилия", counterparty.lastName());
        xml.optional("Имя", counterparty.firstName());
        xml.optional("Отчество", counterparty.middleName());
        xml.text("Роль", "Покупатель");
        xml.optional("ИНН", counterparty.taxId());
        xml.optional("КПП", counterparty.kpp());
        address(xml, "АдресРегистрации", counterparty.registeredAt());
        address(xml, "Адрес", counterparty.address());
        if (!counterparty.contacts().isEmpty()) {
            xml.open("Контакты");
            for (Contact contact : counterparty.contacts()) {
                xml.open("Контакт");
                xml.text("Тип", contact.kind() == Contact.Kind.EMAIL ? "Электронная почта" : "Телефон рабочий");
                xml.text("Значение", contact.value());
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    private static void address(Elements xml, String element, @Nullable String address) throws XMLStreamException {
        if (address != null) {
            xml.open(element);
            xml.text("Представление", address);
            xml.close();
        }
    }
}
