package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import ru.freesport.console.shared.ui.Translations;

/** What the browser says when the session or the server is gone: a sentence and the next step, in both languages. */
final class ConsoleSystemMessages implements SystemMessagesProvider {

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        Translations words = Translations.of(Preferences.language(info.getRequest()));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.text("shared.session.expired.title"));
        messages.setSessionExpiredMessage(words.text("shared.session.expired.text"));
        messages.setInternalErrorCaption(words.text("shared.failure.title"));
        messages.setInternalErrorMessage(words.text("shared.failure.reload"));
        messages.setSyncErrorCaption(words.text("shared.failure.title"));
        messages.setSyncErrorMessage(words.text("shared.failure.reload"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(words.text("shared.cookies.title"));
        messages.setCookiesDisabledMessage(words.text("shared.cookies.text"));
        return messages;
    }
}
