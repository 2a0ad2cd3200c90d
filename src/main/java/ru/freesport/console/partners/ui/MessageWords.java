package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallResult;
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.partners.Message;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Tone;

/** Messages and calls in the words of the screen. */
final class MessageWords {

    private MessageWords() {}

    static String channel(Message message) {
        return channel(message.channel());
    }

    static String channel(String channel) {
        return switch (channel) {
            case "command-line" -> Texts.t("partners.channel.command-line");
            case "exchange" -> Texts.t("partners.channel.exchange");
            case "storefront" -> Texts.t("partners.channel.storefront");
            case "folder" -> Texts.t("partners.channel.folder");
            case "ftp" -> Texts.t("partners.channel.ftp");
            case "http" -> Texts.t("partners.channel.http");
            case "browser" -> Texts.t("partners.channel.browser");
            case "webhook" -> Texts.t("partners.channel.webhook");
            default -> channel;
        };
    }

    static String actor(Message message) {
        return actor(message.actor());
    }

    static String actor(Actor actor) {
        String name = actor.name();
        return switch (actor.kind()) {
            case PERSON -> name;
            case EXCHANGE -> Texts.t("partners.actor.EXCHANGE", name);
            case STOREFRONT -> Texts.t("partners.actor.STOREFRONT", name);
            case COMMAND_LINE -> Texts.t("partners.actor.COMMAND_LINE", name);
            case SYSTEM -> Texts.t("partners.actor.SYSTEM");
        };
    }

    static StatusBadge direction(Message.Direction direction) {
        return switch (direction) {
            case IN -> new StatusBadge(Tone.QUIET, VaadinIcon.ARROW_LEFT, Texts.t("partners.direction.IN"));
            case OUT -> new StatusBadge(Tone.INFO, VaadinIcon.ARROW_RIGHT, Texts.t("partners.direction.OUT"));
        };
    }

    /** A call without a result is out, or its node died while it was. */
    static StatusBadge result(@Nullable CallResult result) {
        return result == null
                ? new StatusBadge(Tone.BUSY, Texts.t("partners.result.none"))
                : StatusBadge.of("partners.result", result, tone(result));
    }

    static Tone tone(CallResult result) {
        return switch (result) {
            case SUCCEEDED -> Tone.GOOD;
            case REJECTED, UNAVAILABLE -> Tone.BAD;
            case UNKNOWN -> Tone.WARN;
            case NOT_SENT -> Tone.QUIET;
        };
    }

    /** The place of a line's own page. */
    static String address(JournalLine line) {
        return address(line.kind(), line.id());
    }

    static String address(JournalLine.Kind kind, long id) {
        return "messages/" + (kind == JournalLine.Kind.CALL ? "call-" : "") + id;
    }
}
