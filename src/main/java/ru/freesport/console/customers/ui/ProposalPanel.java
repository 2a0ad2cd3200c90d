package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import ru.freesport.console.customers.conflicts.ConflictDetails;
import ru.freesport.console.customers.conflicts.DecisionView;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;

/** A decision that waits for a second person: who proposed what, and the two answers, which are never the proposer's. */
final class ProposalPanel extends Div {

    ProposalPanel(ConflictDetails shown, ConflictActs acts, ConflictDialogs dialogs) {
        DecisionView proposal = Objects.requireNonNull(shown.proposal());
        long id = shown.row().id();
        addClassName("proposal");
        add(new H2(Texts.t("customers.proposal.title")));
        add(new Paragraph(Texts.t(
                "customers.proposal.who",
                ConflictWords.actor(proposal.actor()),
                Formats.absolute(proposal.at()),
                proposal.reason() == null ? "" : Texts.t("customers.proposal.reason", proposal.reason()))));
        if (!acts.mayDecide()) {
            return;
        }
        Div buttons = new Div();
        buttons.addClassName("proposal-acts");
        if (proposal.actor().name().equals(acts.me())) {
            add(new Paragraph(Texts.t("customers.conflict.refused.OWN_PROPOSAL")));
            buttons.add(
                    new Button(Texts.t("customers.proposal.withdraw"), _ -> dialogs.tell(id, acts.withdraw(id, ""))));
        } else {
            Button approve = new Button(
                    Texts.t("customers.proposal.approve"),
                    _ -> dialogs.tell(id, acts.approve(id, shown.row().version())));
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            approve.setDisableOnClick(true);
            Button refuse = new Button(
                    Texts.t("customers.proposal.refuse"),
                    _ -> new ConfirmWithReason(
                                    Texts.t("customers.proposal.refuse.title"),
                                    Texts.t("customers.proposal.refuse"),
                                    reason -> dialogs.tell(id, acts.refuse(id, reason)))
                            .open());
            buttons.add(approve, refuse);
        }
        add(buttons);
    }
}
