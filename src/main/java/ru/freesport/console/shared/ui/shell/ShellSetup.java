package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.ui.Texts;

/** Prepares each session and page: language, theme without a flash of the other one, words for lost connections. */
@Component
class ShellSetup implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(new ConsoleSystemMessages());
        event.getSource().addSessionInitListener(init -> {
            init.getSession().setLocale(Preferences.language(init.getRequest()));
            init.getSession().setErrorHandler(new ConsoleErrorHandler());
        });
        event.getSource().addUIInitListener(init -> prepare(init.getUI()));
        event.addIndexHtmlRequestListener(ShellSetup::dress);
    }

    private static void prepare(UI ui) {
        ui.setLocale(Preferences.language(VaadinRequest.getCurrent()));
        ui.getReconnectDialogConfiguration().setDialogText(Texts.t("shared.connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(Texts.t("shared.connection.gaveUp"));
    }

    private static void dress(IndexHtmlResponse page) {
        Locale language = Preferences.language(page.getVaadinRequest());
        ColorScheme.Value theme = Preferences.theme(page.getVaadinRequest());
        Element html = page.getDocument().getElementsByTag("html").getFirst();
        html.attr("lang", language.getLanguage());
        html.attr("theme", theme.getThemeValue());
        html.attr("style", "color-scheme: " + theme.getValue());
        page.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "icons/icon.svg");
    }
}
