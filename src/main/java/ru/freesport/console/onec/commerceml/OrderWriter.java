package ru.freesport.console.onec.commerceml;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.SellableVariant;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.orders.OrderDelivery;
import ru.freesport.console.orders.OrderLine;
import ru.freesport.console.orders.PartForExport;
import ru.freesport.console.orders.PaymentStatus;

/**
 * Writes orders as 1C reads them: a Контейнер with one Документ each, organisation and warehouse as requisites by their exact
 * names, whether prices hold VAT at Документ/Налоги/УчтеноВСумме and nowhere else, delivery as a row of a service; 1C-Bitrix
 * exchange convention. One writer for every way to 1C; the same parts give the same bytes.
 */
public final class OrderWriter {

    static final String NAMESPACE_3 = "urn:1C.ru:commerceml_3";

    private final String version;
    private final Charset charset;
    private final ZoneId zone;

    /**
     * @param version of the schema, {@code 2.09} or {@code 3.1}; only 3.x has a namespace
     * @param zone of the times in the document, which carry none
     */
    public OrderWriter(String version, Charset charset, ZoneId zone) {
        this.version = version;
        this.charset = charset;
        this.zone = zone;
    }

    /**
     * Writes the parts in their order; none of them gives a valid document without orders.
     *
     * @throws IllegalStateException when a part's rows do not add up to its total
     */
    public byte[] write(List<PartForExport> parts, Instant formed) {
        parts.forEach(OrderWriter::check);
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = Elements.writer(text);
            Elements xml = new Elements(out);
            out.writeStartDocument(charset.name(), "1.0");
            xml.open("КоммерческаяИнформация");
            if (version.startsWith("3")) {
                out.writeDefaultNamespace(NAMESPACE_3);
            }
            out.writeAttribute("ВерсияСхемы", version);
            out.writeAttribute("ДатаФормирования", format("yyyy-MM-dd'T'HH:mm:ss", formed));
            for (PartForExport part : parts) {
                xml.open("Контейнер");
                document(xml, part);
                xml.close();
            }
            xml.close();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return EncodedXml.bytes(text.toString(), charset);
    }

    /** Whether a part's rows add up to its total; only then can it be written. */
    public static boolean isSound(PartForExport part) {
        return rows(part).compareTo(part.total()) == 0;
    }

    private static BigDecimal rows(PartForExport part) {
        return part.lines().stream().map(OrderLine::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void check(PartForExport part) {
        if (!isSound(part)) {
            throw new IllegalStateException(
                    "The rows of " + part.number() + " add up to " + rows(part) + ", its total is " + part.total());
        }
    }

    private void document(Elements xml, PartForExport part) throws XMLStreamException {
        xml.open("Документ");
        xml.text("Ид", part.key());
        xml.text("Номер", part.number());
        xml.text("Дата", format("yyyy-MM-dd", part.placedAt()));
        xml.text("Время", format("HH:mm:ss", part.placedAt()));
        xml.text("ХозОперация", "Заказ товара");
        xml.text("Роль", "Продавец");
        xml.text("Валюта", part.currency());
        xml.text("Курс", "1");
        xml.text("Сумма", money(part.total()));
        xml.text("Организация", part.organisation());
        xml.optional("Склад", part.warehouseName());
        xml.text("Соглашение", part.agreement());
        tax(xml, part.isVatIncluded(), null, part.vatAmount());
        customer(xml, part.customer(), part.delivery());
        xml.open("Товары");
        for (OrderLine line : part.lines()) {
            row(xml, part, line);
        }
        xml.close();
        requisites(xml, part);
        xml.optional("Комментарий", part.comment());
        xml.close();
    }

    private static void customer(Elements xml, Customer customer, OrderDelivery delivery) throws XMLStreamException {
        xml.open("Контрагенты");
        xml.open("Контрагент");
        xml.text(
                "Ид",
                customer.onecId() != null ? customer.onecId() : customer.id().toString());
        xml.text("Наименование", customer.name());
        xml.text("Роль", "Покупатель");
        if (customer.type() == CustomerType.COMPANY) {
            xml.optional("ОфициальноеНаименование", customer.companyName());
        }
        xml.text("ПолноеНаименование", customer.name());
        xml.optional("Фамилия", customer.lastName());
        xml.optional("Имя", customer.firstName());
        xml.optional("ИНН", customer.taxId());
        xml.optional("КПП", customer.kpp());
        if (delivery.address() != null) {
            xml.open("АдресРегистрации");
            xml.text("Представление", delivery.address());
            xml.close();
        }
        xml.open("Контакты");
        contact(xml, "Почта", customer.email());
        contact(xml, "ТелефонРабочий", customer.phone());
        xml.close();
        xml.close();
        xml.close();
    }

    private static void contact(Elements xml, String kind, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.open("Контакт");
            xml.text("Тип", kind);
            xml.text("Значение", value);
            xml.close();
        }
    }

    private static void row(Elements xml, PartForExport part, OrderLine line) throws XMLStreamException {
        xml.open("Товар");
        xml.text("Ид", line.variantOnecId());
        xml.optional("Артикул", line.article());
        xml.text("Наименование", line.name());
        unit(xml, line.unit());
        xml.text("ЦенаЗаЕдиницу", money(line.price()));
        xml.text("Количество", line.quantity().stripTrailingZeros().toPlainString());
        xml.text("Сумма", money(line.sum()));
        if (line.discount().signum() > 0) {
            xml.open("Скидки");
            xml.open("Скидка");
            xml.text("Наименование", "Скидка");
            xml.text("Сумма", money(line.discount()));
            xml.text("УчтеноВСумме", "true");
            xml.close();
            xml.close();
        }
        xml.text("Действие", part.action());
        xml.optional("ВидЦены", line.priceTypeName());
        String rate = line.vat().percent().map(BigDecimal::toPlainString).orElse("Без НДС");
        xml.open("СтавкиНалогов");
        xml.open("СтавкаНалога");
        xml.text("Наименование", "НДС");
        xml.text("Ставка", rate);
        xml.close();
        xml.close();
        tax(xml, part.isVatIncluded(), rate, line.vatAmount());
        String kind = line.kind() == OrderLine.Kind.DELIVERY ? "Услуга" : "Товар";
        xml.open("ЗначенияРеквизитов");
        requisite(xml, "ВидНоменклатуры", kind);
        requisite(xml, "ТипНоменклатуры", kind);
        xml.close();
        xml.close();
    }

    private static void unit(Elements xml, SellableVariant.@Nullable Unit unit) throws XMLStreamException {
        if (unit == null) {
            xml.unit("796", "Штука", "PCE", "шт");
        } else {
            xml.unit(unit.code(), unit.fullName(), unit.internationalCode(), unit.shortName());
        }
    }

    /** @param rate of a row; the document says only whether and how much */
    private static void tax(Elements xml, boolean included, @Nullable String rate, BigDecimal amount)
            throws XMLStreamException {
        xml.open("Налоги");
        xml.open("Налог");
        xml.text("Наименование", "НДС");
        xml.text("УчтеноВСумме", Boolean.toString(included));
        xml.optional("Ставка", rate);
        xml.text("Сумма", money(amount));
        xml.close();
        xml.close();
    }

    private static void requisites(Elements xml, PartForExport part) throws XMLStreamException {
        xml.open("ЗначенияРеквизитов");
        requisite(xml, "Операция", part.operation());
        requisite(xml, "Статус заказа", part.status());
        requisite(xml, "Организация", part.organisation());
        requisite(xml, "Соглашение", part.agreement());
        if (part.warehouseName() != null) {
            requisite(xml, "Склад", part.warehouseName());
        }
        requisite(xml, "Отменен", "false");
        requisite(xml, "Проведен", "true");
        requisite(xml, "Заказ оплачен", Boolean.toString(part.paymentStatus() == PaymentStatus.PAID));
        requisite(xml, "Сайт", "FREESPORT");
        if (part.delivery().carrier() != null) {
            requisite(xml, "Способ доставки", part.delivery().carrier());
            requisite(xml, "Способ доставки ИД", part.delivery().carrier());
        }
        xml.close();
    }

    private static void requisite(Elements xml, String name, String value) throws XMLStreamException {
        xml.open("ЗначениеРеквизита");
        xml.text("Наименование", name);
        xml.text("Значение", value);
        xml.close();
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(moment);
    }
}
