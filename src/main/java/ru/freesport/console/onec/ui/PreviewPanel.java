package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.access.Role;
import ru.freesport.console.onec.preview.OrderPreview;
import ru.freesport.console.onec.preview.OrderPreviews;
import ru.freesport.console.orders.Order;
import ru.freesport.console.orders.OrderPanel;
import ru.freesport.console.orders.OrderPart;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** Beside an order: what 1C will see of it, part by part, and what it would stumble over. */
@SpringComponent
class PreviewPanel implements OrderPanel {

    private final OrderPreviews previews;
    private final CurrentUser user;

    PreviewPanel(OrderPreviews previews, CurrentUser user) {
        this.previews = previews;
        this.user = user;
    }

    @Override
    public String id() {
        return "onec";
    }

    @Override
    public String titleKey() {
        return "onec.preview.title";
    }

    @Override
    public Optional<String> partLinkKey() {
        return Optional.of(titleKey());
    }

    @Override
    public Component show(Order order) {
        boolean mayReveal = user.hasAny(Role.ADMIN, Role.MANAGER, Role.OPERATIONS, Role.SUPPORT);
        Map<String, OrderPreview> found =
                previews.of(order).stream().collect(Collectors.toMap(OrderPreview::key, Function.identity()));
        Div all = new Div(new Paragraph(Texts.t("onec.preview.about", previews.version())));
        all.addClassName("preview");
        for (OrderPart part : order.parts()) {
            OrderPreview preview = found.get(part.onecKey());
            all.add(
                    preview == null
                            ? new StatusBadge(Tone.BAD, Texts.t("onec.preview.unsound", part.number()))
                            : new PreviewSection(
                                    order, preview, mayReveal ? () -> previews.document(order, part.onecKey()) : null));
        }
        return all;
    }
}
