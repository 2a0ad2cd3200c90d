package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.conflicts.Candidate;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.ConflictField;
import ru.freesport.console.shared.ui.KeyValueList;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** "Who is this?": what 1C says, and the customers it could be, with what speaks for each. */
final class CandidateList extends Div {

    CandidateList(ConflictDetails shown, boolean mayDecide, ConflictDialogs dialogs) {
        addClassName("candidates");
        KeyValueList said = new KeyValueList().fact(Texts.t("customers.onecName"), shown.onecName());
        for (ConflictField field : shown.fields()) {
            if (field.onec().value() != null) {
                said.fact(
                        Texts.word("customers.field", field.field()),
                        field.onec().value());
            }
        }
        Section onec = new Section(new H2(Texts.t("customers.candidates.onec")), said);
        onec.addClassName("facts");
        add(onec, new H2(Texts.t("customers.candidates.title")));
        long id = shown.row().id();
        long version = shown.row().version();
        for (Candidate candidate : shown.candidates()) {
            Div card = new Div(new H3(candidate.customer().name()), keys(candidate), facts(candidate.customer()));
            card.addClassName("candidate");
            if (candidate.isTaken()) {
                card.add(new Paragraph(Texts.t("customers.conflict.refused.CUSTOMER_TAKEN")));
            } else if (mayDecide) {
                Button same = new Button(
                        Texts.t("customers.candidates.same"),
                        _ -> dialogs.identify(id, version, candidate.customer().id()));
                same.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
                same.setDisableOnClick(true);
                card.add(same);
            }
            add(card);
        }
        if (mayDecide) {
            Button nobody = new Button(Texts.t("customers.candidates.nobody"), _ -> dialogs.nobodyKnown(id, version));
            nobody.setDisableOnClick(true);
            add(new Paragraph(Texts.t("customers.candidates.nobodyHint")), nobody);
        }
    }

    private static StatusBadge keys(Candidate candidate) {
        return new StatusBadge(
                Tone.INFO,
                Texts.t(
                        "customers.candidates.agrees",
                        candidate.keys().stream()
                                .map(key -> Texts.word("customers.match", key))
                                .collect(Collectors.joining(", "))));
    }

    private static KeyValueList facts(Customer customer) {
        KeyValueList facts = new KeyValueList();
        known(facts, "EMAIL", customer.email());
        known(facts, "PHONE", customer.phone());
        known(facts, "TAX_ID", customer.taxId());
        known(facts, "KPP", customer.kpp());
        known(facts, "DELIVERY_ADDRESS", customer.deliveryAddress());
        return facts;
    }

    private static void known(KeyValueList facts, String field, @Nullable String value) {
        if (value != null) {
            facts.fact(Texts.t("customers.field." + field), value);
        }
    }
}
