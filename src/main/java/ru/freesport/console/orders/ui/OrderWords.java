package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.orders.ExportState;
import ru.freesport.console.orders.ListedOrder;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.PaymentStatus;
import ru.freesport.console.orders.VatRate;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** What orders, their states and their actors are called on the screens. */
final class OrderWords {

    private OrderWords() {}

    static StatusBadge status(OrderStatus status) {
        return StatusBadge.of(
                "orders.status",
                status,
                switch (status) {
                    case PENDING -> Tone.WAITING;
                    case CONFIRMED, PROCESSING, SHIPPED -> Tone.INFO;
                    case DELIVERED -> Tone.GOOD;
                    case CANCELLED, REFUNDED -> Tone.QUIET;
                });
    }

    static StatusBadge export(ExportState state, boolean isRejected, boolean isUnconfirmed) {
        if (isRejected) {
            return new StatusBadge(Tone.BAD, Texts.t("orders.export.rejected"));
        }
        if (isUnconfirmed) {
            return new StatusBadge(Tone.WARN, Texts.t("orders.export.unconfirmed"));
        }
        return StatusBadge.of(
                "orders.export",
                state,
                switch (state) {
                    case NEW -> Tone.WAITING;
                    case PREPARED, HANDED_OVER -> Tone.INFO;
                    case CONFIRMED -> Tone.GOOD;
                });
    }

    /** On a line of the list. */
    static StatusBadge export(ListedOrder row) {
        StatusBadge badge = export(row.exportState(), row.isRejected(), row.isUnconfirmed());
        if (row.unconfirmed() != null && !row.isRejected()) {
            badge.setTitle(Texts.plural(
                    "orders.export.unconfirmed.help",
                    row.unconfirmed().offers(),
                    Formats.absolute(row.unconfirmed().since())));
        }
        return badge;
    }

    static StatusBadge payment(PaymentStatus status) {
        return switch (status) {
            case UNPAID -> new StatusBadge(Tone.QUIET, VaadinIcon.WALLET, Texts.word("orders.payment", status));
            case PAID -> new StatusBadge(Tone.GOOD, VaadinIcon.WALLET, Texts.word("orders.payment", status));
            case PARTLY_REFUNDED, REFUNDED ->
                new StatusBadge(Tone.INFO, VaadinIcon.WALLET, Texts.word("orders.payment", status));
        };
    }

    static String vat(VatRate rate) {
        return rate.equals(VatRate.NONE)
                ? Texts.t("orders.vat.none")
                : Texts.t(
                        "orders.vat.rate",
                        rate.code().replace('.', Texts.t("orders.vat.point").charAt(0)));
    }

    /** The storefront names carriers and ways by codes; one we do not know is shown as it came. */
    static @Nullable String carrier(@Nullable String code) {
        return switch (code) {
            case null -> null;
            case "cdek" -> Texts.t("orders.carrier.cdek");
            case "boxberry" -> Texts.t("orders.carrier.boxberry");
            default -> code;
        };
    }

    static @Nullable String deliveryKind(@Nullable String code) {
        return switch (code) {
            case null -> null;
            case "DOOR" -> Texts.t("orders.deliveryKind.DOOR");
            case "POINT" -> Texts.t("orders.deliveryKind.POINT");
            case "LOCKER" -> Texts.t("orders.deliveryKind.LOCKER");
            default -> code;
        };
    }

    static String actor(Actor actor) {
        return switch (actor.kind()) {
            case PERSON -> actor.name();
            case EXCHANGE -> Texts.t("orders.actor.exchange", actor.name());
            case STOREFRONT -> Texts.t("orders.actor.storefront", actor.name());
            case COMMAND_LINE -> Texts.t("orders.actor.commandLine", actor.name());
            case SYSTEM -> Texts.t("orders.actor.system");
        };
    }
}
