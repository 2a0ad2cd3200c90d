package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A bean of this kind may put a notice into the top bar of every screen. */
@FunctionalInterface
public interface Banner {

    /** Built anew for each page; empty when there is nothing to say. */
    Optional<Component> component();
}
