package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentLine;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.RefundAnswer;
import ru.freesport.console.payments.RefundPlan;
import ru.freesport.console.payments.RefundReason;
import ru.freesport.console.payments.RefundRule;
import ru.freesport.console.payments.RefundWish;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.LiveUpdates;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/**
 * Gives money back: first what stands in the way, then what, then one button that carries the sum. The wish has one key
 * for as long as the dialog is open, so that pressing twice asks once; then the dialog shows how far the money is.
 */
final class RefundDialog extends Dialog {

    private static final int LONGEST_NOTE = 500;
    private static final String SUM_ON_BUTTON = "data-sum";
    private static final String SEEN = "element.dataset.sum";

    private enum Way {
        LINES,
        SUM
    }

    private final UUID key = UUID.randomUUID();
    private final PaymentActs acts;
    private final LiveUpdates live;
    private final Payment payment;
    private final List<LineChoice> lines = new ArrayList<>();
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final Div lineList = new Div();
    private final BigDecimalField sum = new BigDecimalField();
    private final Select<RefundReason> reason = new Select<>();
    private final TextField note = new TextField();
    private final Div hints = new Div();
    private final Button refund = new Button();

    RefundDialog(Payment payment, PaymentActs acts, LiveUpdates live) {
        this.payment = payment;
        this.acts = acts;
        this.live = live;
        setHeaderTitle(Texts.t("payments.refund.title", payment.orderNumber()));
        addClassName("refund-dialog");
        setCloseOnOutsideClick(false);
        RefundPlan before = acts.before(payment.id());
        Div preflight = new Div();
        preflight.addClassName("refund-preflight");
        preflight.add(new Paragraph(Texts.t(
                "payments.refund.left",
                PaymentWords.sum(payment.refundable()),
                PaymentWords.sum(payment.captured()),
                PaymentWords.method(payment.method()))));
        before.broken().forEach(rule -> preflight.add(hint(rule)));
        if (before.givesAllOrNothing()) {
            preflight.add(hint(RefundRule.METHOD_GIVES_ALL_OR_NOTHING));
        }
        add(preflight);
        Button close = new Button(Texts.t("shared.cancel"), _ -> close());
        getFooter().add(close);
        if (before.isBlocked()) {
            return;
        }
        form(before);
        refund.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        refund.addClassName("refund-button");
        refund.setDisableOnClick(true);
        // a sum typed right before the click arrives with it: what counts is what the button said to the person
        refund.getElement()
                .addEventListener(
                        "click",
                        click -> request(click.getEventData().path(SEEN).asString("")))
                .addEventData(SEEN);
        getFooter().add(refund);
        reckon();
    }

    /** One line of what was paid for. */
    private final class LineChoice {

        private final PaymentLine line;
        private final Checkbox taken = new Checkbox();
        private final BigDecimalField quantity = new BigDecimalField();
        private final Checkbox restock = new Checkbox();

        LineChoice(PaymentLine line) {
            this.line = line;
            boolean isGoods = line.kind() == PaymentLine.Kind.GOODS;
            taken.setLabel(line.name());
            taken.setEnabled(line.leftQuantity().signum() > 0);
            quantity.setValue(line.leftQuantity());
            quantity.setAriaLabel(Texts.t("payments.refund.quantity"));
            quantity.setVisible(isGoods && line.leftQuantity().compareTo(BigDecimal.ONE) > 0);
            quantity.setValueChangeMode(ValueChangeMode.LAZY);
            restock.setLabel(Texts.t("payments.refund.restock"));
            restock.setVisible(isGoods);
            restock.setEnabled(false);
            taken.addValueChangeListener(change -> {
                restock.setEnabled(change.getValue());
                reckon();
            });
            quantity.addValueChangeListener(_ -> reckon());
            restock.addValueChangeListener(_ -> reckon());
        }

        Div row() {
            Span left = new Span(
                    line.leftQuantity().signum() > 0
                            ? Texts.t(
                                    "payments.refund.lineLeft",
                                    Formats.quantity(line.leftQuantity()),
                                    PaymentWords.sum(line.left()))
                            : Texts.t("payments.refund.lineTaken"));
            left.addClassName("quiet");
            Div row = new Div(taken, quantity, left, restock);
            row.addClassName("refund-line");
            return row;
        }

        Optional<RefundWish.Line> wanted() {
            return taken.getValue() && quantity.getValue() != null
                    ? Optional.of(new RefundWish.Line(line.id(), quantity.getValue(), restock.getValue()))
                    : Optional.empty();
        }
    }

    private void form(RefundPlan before) {
        acts.lines(payment.id()).forEach(line -> lines.add(new LineChoice(line)));
        lines.forEach(line -> lineList.add(line.row()));
        lineList.addClassName("refund-lines");
        way.setItems(lines.isEmpty() ? List.of(Way.SUM) : List.of(Way.LINES, Way.SUM));
        way.setItemLabelGenerator(one -> Texts.word("payments.refund.way", one));
        way.setValue(lines.isEmpty() || before.givesAllOrNothing() ? Way.SUM : Way.LINES);
        way.setAriaLabel(Texts.t("payments.refund.what"));
        way.addValueChangeListener(_ -> reckon());
        sum.setLabel(Texts.t("payments.refund.sum"));
        sum.setValue(payment.refundable().amount());
        sum.setValueChangeMode(ValueChangeMode.LAZY);
        sum.addValueChangeListener(_ -> reckon());
        reason.setLabel(Texts.t("payments.refund.reason"));
        reason.setItems(Arrays.stream(RefundReason.values())
                .filter(one -> one != RefundReason.MADE_AT_PROVIDER)
                .toList());
        reason.setItemLabelGenerator(one -> Texts.word("payments.refund.reason", one));
        reason.setValue(RefundReason.CUSTOMER_RETURN);
        reason.addValueChangeListener(_ -> reckon());
        note.setLabel(Texts.t("payments.refund.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.addValueChangeListener(_ -> reckon());
        hints.addClassName("refund-preflight");
        hints.getElement().setAttribute("aria-live", "polite");
        Div why = new Div(reason, note);
        why.addClassName("refund-why");
        add(way, lineList, sum, why, hints);
    }

    private @Nullable RefundWish wish(@Nullable Money seen) {
        if (way.getValue() == Way.SUM) {
            if (sum.getValue() == null) {
                return null;
            }
            Money amount = new Money(
                    sum.getValue().setScale(2, RoundingMode.HALF_UP),
                    payment.amount().currency());
            return new RefundWish(key, payment.id(), List.of(), amount, reason.getValue(), note.getValue(), seen);
        }
        List<RefundWish.Line> wanted =
                lines.stream().map(LineChoice::wanted).flatMap(Optional::stream).toList();
        return wanted.isEmpty()
                ? null
                : new RefundWish(key, payment.id(), wanted, null, reason.getValue(), note.getValue(), seen);
    }

    /** What the wish comes to, and what stands against it. */
    private void reckon() {
        boolean isSum = way.getValue() == Way.SUM;
        sum.setVisible(isSum);
        lineList.setVisible(!isSum);
        hints.removeAll();
        RefundWish wish = wish(null);
        if (wish == null) {
            refund.getElement().removeAttribute(SUM_ON_BUTTON);
            refund.setText(Texts.t("payments.refund.verbNothing"));
            refund.setEnabled(false);
            return;
        }
        RefundPlan plan = acts.plan(wish);
        Money amount = plan.amount() == null ? payment.amount().zero() : plan.amount();
        plan.broken().stream()
                .filter(rule -> rule != RefundRule.ANOTHER_UNDER_WAY && rule != RefundRule.CARD_OLDER_THAN_15_MONTHS)
                .forEach(rule -> hints.add(hint(rule)));
        if (plan.needsApproval() && !plan.isBlocked()) {
            hints.add(new StatusBadge(Tone.INFO, Texts.t("payments.refund.needsSecond")));
        }
        refund.getElement().setAttribute(SUM_ON_BUTTON, amount.plain());
        refund.setText(Texts.t(
                plan.needsApproval() ? "payments.refund.verbAsk" : "payments.refund.verb", PaymentWords.sum(amount)));
        refund.setEnabled(!plan.isBlocked());
    }

    private void request(String seen) {
        RefundWish wish = seen.isEmpty()
                ? null
                : wish(new Money(new BigDecimal(seen), payment.amount().currency()));
        if (wish == null) {
            reckon();
            return;
        }
        switch (acts.request(wish)) {
            case RefundAnswer.Asked done -> {
                removeAll();
                getFooter().removeAll();
                RefundProgress progress = new RefundProgress(done.refund().id(), acts);
                live.follow(progress, Payments.CHANNEL, _ -> progress.show());
                add(progress);
                getFooter().add(new Button(Texts.t("payments.refund.close"), _ -> close()));
            }
            case RefundAnswer.Refused refused -> {
                reckon();
                hints.removeAll();
                refused.rules().forEach(rule -> hints.add(hint(rule)));
            }
        }
    }

    private static StatusBadge hint(RefundRule rule) {
        return new StatusBadge(rule.blocks() ? Tone.BAD : Tone.WARN, Texts.word("payments.refund.rule", rule));
    }
}
