package ru.freesport.console.partners.ui;

import ru.freesport.console.partners.Message;
import ru.freesport.console.shared.ui.Texts;

/** Messages in the words of the screen. */
final class MessageWords {

    private MessageWords() {}

    static String channel(Message message) {
        return channel(message.channel());
    }

    static String channel(String channel) {
        return switch (channel) {
            case "command-line" -> Texts.t("partners.channel.command-line");
            case "exchange" -> Texts.t("partners.channel.exchange");
            case "folder" -> Texts.t("partners.channel.folder");
            case "ftp" -> Texts.t("partners.channel.ftp");
            case "http" -> Texts.t("partners.channel.http");
            case "browser" -> Texts.t("partners.channel.browser");
            case "webhook" -> Texts.t("partners.channel.webhook");
            default -> channel;
        };
    }

    static String actor(Message message) {
        String name = message.actor().name();
        return switch (message.actor().kind()) {
            case PERSON -> name;
            case EXCHANGE -> Texts.t("partners.actor.EXCHANGE", name);
            case STOREFRONT -> Texts.t("partners.actor.STOREFRONT", name);
            case COMMAND_LINE -> Texts.t("partners.actor.COMMAND_LINE", name);
            case SYSTEM -> Texts.t("partners.actor.SYSTEM");
        };
    }
}
