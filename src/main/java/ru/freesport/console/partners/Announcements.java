package ru.freesport.console.partners;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the other modules what happened outside; a listener that breaks must not turn an answered call into a failed one. */
final class Announcements implements ApplicationEventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final ApplicationEventPublisher events;

    private Announcements(ApplicationEventPublisher events) {
        this.events = events;
    }

    static ApplicationEventPublisher to(ApplicationEventPublisher events) {
        return new Announcements(events);
    }

    @Override
    public void publishEvent(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException broken) {
            LOG.error("Somebody who was told of {} broke", event, broken);
        }
    }
}
