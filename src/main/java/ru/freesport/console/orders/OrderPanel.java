package ru.freesport.console.orders;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A tab beside an order that another module adds: a bean of this type. */
public interface OrderPanel {

    /** In the address, {@code ?tab=...}; stable. */
    String id();

    /** Translation key of the tab. */
    String titleKey();

    /** Left to right. */
    default int order() {
        return 100;
    }

    /** Translation key of a link to it that stands in every part; empty when it says nothing of single parts. */
    default Optional<String> partLinkKey() {
        return Optional.empty();
    }

    /** Whether it has anything to say of this order to this person. */
    default boolean isFor(Order order) {
        return true;
    }

    /** Made anew whenever the tab is opened or the order changes. */
    Component show(Order order);
}
