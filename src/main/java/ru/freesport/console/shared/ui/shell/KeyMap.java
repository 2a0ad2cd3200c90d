package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import ru.freesport.console.shared.ui.Texts;

/** The keys that work everywhere, shown by "?" or its button; the keys themselves live in keyboard.ts. */
@JsModule("./keyboard.ts")
final class KeyMap extends Button {

    private record Key(String sign, String meaningKey) {}

    private static final List<Key> KEYS = List.of(
            new Key("/", "shared.keys.filter"),
            new Key("J", "shared.keys.down"),
            new Key("K", "shared.keys.up"),
            new Key("Enter", "shared.keys.open"),
            new Key("Esc", "shared.keys.back"),
            new Key("?", "shared.keys.map"));

    KeyMap() {
        super(VaadinIcon.KEYBOARD_O.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("wide-only");
        setAriaLabel(Texts.t("shared.keys.title"));
        setTooltipText(Texts.t("shared.keys.title"));
        getElement().setAttribute("data-key", "map");
        addClickListener(_ -> map().open());
    }

    private static Dialog map() {
        DescriptionList list = new DescriptionList();
        list.addClassName("key-map");
        KEYS.forEach(key -> {
            Span sign = new Span(key.sign());
            sign.addClassName("key");
            list.add(new DescriptionList.Term(sign), new DescriptionList.Description(Texts.t(key.meaningKey())));
        });
        Dialog dialog = new Dialog(Texts.t("shared.keys.title"), list);
        Button close = new Button(Texts.t("shared.close"), _ -> dialog.close());
        dialog.getFooter().add(close);
        return dialog;
    }
}
