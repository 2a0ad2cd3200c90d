package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import ru.freesport.console.shared.ui.Texts;

/** What a person sees when an act breaks: what to do next and an id to search by, never a stack trace. */
final class ConsoleErrorHandler implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrorHandler.class);
    private static final int SHOWN_MILLIS = 15_000;
    private static final int ID_LENGTH = 8;

    @Override
    public void error(ErrorEvent event) {
        Throwable cause = event.getThrowable();
        if (cause instanceof AccessDeniedException) {
            LOG.info("An act was refused: {}", cause.getMessage());
            show(Texts.t("shared.forbidden.act"));
        } else {
            show(Texts.t("shared.failure.notice", logged(cause)));
        }
    }

    /** Writes the failure into the log and answers the id it can be found by. */
    static String logged(Throwable cause) {
        String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        LOG.error("Error {} in a screen", id, cause);
        return id;
    }

    private static void show(String text) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notice = Notification.show(text, SHOWN_MILLIS, Notification.Position.BOTTOM_START);
            notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        }
    }
}
