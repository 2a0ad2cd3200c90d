package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.ChannelListener;

/**
 * Keeps open screens true: what any node announces with {@code pg_notify(channel, payload)} reaches every view that
 * follows the channel, at most twice a second each.
 */
@Service
public class LiveUpdates {

    private final ChannelListener listener;

    LiveUpdates(ChannelListener listener) {
        this.listener = listener;
    }

    /**
     * Follows a channel while {@code owner} is on a screen. {@code changed} runs inside {@code ui.access} with the
     * payloads since the last call; an empty set says "something may have been missed, read anew" and comes after each
     * (re)connection.
     */
    public void follow(Component owner, String channel, Consumer<Set<String>> changed) {
        AtomicReference<@Nullable Registration> following = new AtomicReference<>();
        owner.addAttachListener(attach -> begin(following, attach.getUI(), channel, changed));
        owner.addDetachListener(_ -> {
            Registration ended = following.getAndSet(null);
            if (ended != null) {
                ended.remove();
            }
        });
        if (owner.isAttached()) {
            owner.getUI().ifPresent(ui -> begin(following, ui, channel, changed));
        }
    }

    private void begin(
            AtomicReference<@Nullable Registration> following, UI ui, String channel, Consumer<Set<String>> changed) {
        if (following.get() == null) {
            following.set(subscribe(ui, channel, changed));
        }
    }

    private Registration subscribe(UI ui, String channel, Consumer<Set<String>> changed) {
        Set<String> waiting = ConcurrentHashMap.newKeySet();
        Runnable end = listener.subscribe(channel, payloads -> {
            waiting.addAll(payloads);
            ui.access(() -> {
                Set<String> now = Set.copyOf(waiting);
                waiting.removeAll(now);
                changed.accept(now);
            });
        });
        return end::run;
    }
}
