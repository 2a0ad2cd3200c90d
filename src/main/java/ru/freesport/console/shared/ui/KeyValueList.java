package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The facts of a detail page: names on the left, values on the right. */
public final class KeyValueList extends DescriptionList {

    public KeyValueList() {
        addClassName("key-value-list");
    }

    /** Nothing known shows as a dash. */
    public KeyValueList fact(String name, @Nullable String value) {
        return fact(name, new Span(value == null || value.isBlank() ? "—" : value));
    }

    public KeyValueList fact(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }
}
