package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;

/** Lets a page outside the frame of the console, the login above all, offer the choice of language. */
@FunctionalInterface
public interface LanguageChoice {

    /** Built anew for each page. */
    Component component();
}
