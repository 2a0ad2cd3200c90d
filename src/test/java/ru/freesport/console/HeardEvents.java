package ru.freesport.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Hears what the application publishes on whatever thread, until closed. */
public final class HeardEvents implements AutoCloseable {

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final ConfigurableApplicationContext context;
    private final ApplicationListener<PayloadApplicationEvent<Object>> listener;

    public HeardEvents(ConfigurableApplicationContext context) {
        this.context = context;
        this.listener = ApplicationListener.forPayload(heard::add);
        context.addApplicationListener(listener);
    }

    public <T> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        context.removeApplicationListener(listener);
    }
}
