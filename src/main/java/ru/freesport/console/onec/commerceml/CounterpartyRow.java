package ru.freesport.console.onec.commerceml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Contact;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;

/** Reads one Контрагент; its children come in any order. */
final class CounterpartyRow {

    private static final String BUYER = "покупатель";

    private final Rows rows;
    private final XmlCursor xml;

    private @Nullable String id;
    private @Nullable String guid;
    private @Nullable String version;
    private @Nullable String name;
    private @Nullable String fullName;
    private @Nullable String officialName;
    private @Nullable String lastName;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String taxId;
    private @Nullable String kpp;
    private @Nullable String registeredAt;
    private @Nullable String address;
    private final List<String> roles = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    private CounterpartyRow(Rows rows) {
        this.rows = rows;
        this.xml = rows.xml;
    }

    static void read(Rows rows) throws Exception {
        new CounterpartyRow(rows).read();
    }

    private void read() throws Exception {
        Position opened = rows.open();
        boolean deleted = xml.markedAsDeleted();
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "GUID", "Guid" -> guid = xml.text();
                case "НомерВерсии" -> version = xml.raw();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "Наименование" -> name = xml.text();
                case "ПолноеНаименование" -> fullName = xml.text();
                case "ОфициальноеНаименование" -> officialName = xml.text();
                case "Фамилия" -> lastName = xml.text();
                case "Имя" -> firstName = xml.text();
                case "Отчество" -> middleName = xml.text();
                case "Роль" -> role(xml.word());
                case "ИНН" -> taxId = xml.text();
                case "КПП" -> kpp = xml.text();
                case "АдресРегистрации", "ЮридическийАдрес" -> registeredAt = address();
                case "Адрес", "ФактическийАдрес", "АдресДоставки" -> address = address();
                case "Контакты" -> contacts();
                default -> xml.skip();
            }
        }
        if (id == null) {
            rows.refuse(opened, CommerceMlKind.CONTRAGENTS, null, RowProblem.NO_ID, name);
        } else if (!Lengths.id(id) || !Lengths.id(guid)) {
            rows.refuse(opened, CommerceMlKind.CONTRAGENTS, id, RowProblem.TOO_LONG, id);
        } else {
            rows.emit(
                    new Counterparty(
                            id,
                            guid,
                            version,
                            deleted,
                            roles.contains(BUYER),
                            name,
                            fullName,
                            officialName,
                            lastName,
                            firstName,
                            middleName,
                            taxId,
                            kpp,
                            registeredAt,
                            address,
                            List.copyOf(contacts)),
                    opened,
                    id);
        }
    }

    /** Several stand in one element or in several. */
    private void role(@Nullable String text) {
        if (text != null) {
            for (String one : text.toLowerCase(Locale.ROOT).split("[,;/]")) {
                roles.add(one.strip());
            }
        }
    }

    private @Nullable String address() throws Exception {
        String whole = null;
        StringJoiner parts = new StringJoiner(", ");
        while (xml.child()) {
            switch (xml.name()) {
                case "Представление" -> whole = xml.text();
                case "АдресноеПоле" -> {
                    String value = valueOf();
                    if (value != null) {
                        parts.add(value);
                    }
                }
                default -> xml.skip();
            }
        }
        return whole != null ? whole : parts.length() == 0 ? null : parts.toString();
    }

    private @Nullable String valueOf() throws Exception {
        String value = null;
        while (xml.child()) {
            if (xml.name().equals("Значение")) {
                value = xml.text();
            } else {
                xml.skip();
            }
        }
        return value;
    }

    private void contacts() throws Exception {
        while (xml.child()) {
            if (!xml.name().equals("Контакт")) {
                xml.skip();
                continue;
            }
            String type = null;
            String value = null;
            while (xml.child()) {
                switch (xml.name()) {
                    case "Тип", "КонтактВид" -> type = xml.word();
                    case "Значение" -> value = xml.text();
                    default -> xml.skip();
                }
            }
            if (value != null) {
                contacts.add(new Contact(Contact.Kind.of(type, value), value));
            }
        }
    }
}
