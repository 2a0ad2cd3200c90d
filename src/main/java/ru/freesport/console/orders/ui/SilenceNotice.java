package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import ru.freesport.console.orders.OrderList;
import ru.freesport.console.orders.SilentOrders;
import ru.freesport.console.shared.ui.Formats;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.TimeAgo;
import ru.freesport.console.shared.ui.Tone;
import ru.freesport.console.shared.ui.ViewState;

/** Above the list: 1C leaves orders unconfirmed for longer than it may. */
final class SilenceNotice extends Div {

    SilenceNotice(SilentOrders silent) {
        Span what = new Span(
                silent.orders() > OrderList.COUNTED
                        ? Texts.t("orders.silence.more", Formats.number(OrderList.COUNTED))
                        : Texts.plural("orders.silence.notice", silent.orders()));
        what.addClassName("strong");
        String query = ViewState.EMPTY
                .withQuick(List.of(OrderAddress.UNCONFIRMED))
                .toParameters()
                .getQueryString();
        Div words = new Div(
                what,
                new TimeAgo(Texts.t("orders.silence.since"), silent.since()),
                new Span(Texts.plural("orders.silence.offers", silent.offers())),
                new Anchor("orders?" + query, Texts.t("orders.silence.show")));
        words.addClassName("order-silence");
        addClassNames("message-box", Tone.WARN.className());
        add(Tone.WARN.icon().create(), words);
    }
}
