package ru.freesport.console.customers.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a review: 1, 2 and 3 choose, J and K go through the rows, Ctrl+Enter decides. By the physical key, so that
 * they work on a Russian layout, and never while somebody types or a dialog asks; Ctrl+Enter works while typing.
 */
final class ReviewKeys {

    private static final String EVENT = "review-key";
    private static final String LISTEN = """
            const element = this;
            if (element.reviewKeys) { return; }
            const codes = {Digit1: '1', Digit2: '2', Digit3: '3', Numpad1: '1', Numpad2: '2', Numpad3: '3',
              KeyJ: 'j', KeyK: 'k'};
            element.reviewKeys = (event) => {
              if (!element.isConnected) {
                document.removeEventListener('keydown', element.reviewKeys);
                element.reviewKeys = null;
                return;
              }
              if (event.defaultPrevented || event.altKey || event.repeat
                  || document.querySelector('vaadin-dialog[opened], vaadin-menu-bar-overlay')) {
                return;
              }
              const decides = (event.ctrlKey || event.metaKey) && event.key === 'Enter';
              const types = event.composedPath().some((target) =>
                target.tagName === 'INPUT' || target.tagName === 'TEXTAREA' || target.isContentEditable === true);
              const key = decides ? 'decide' : event.ctrlKey || event.metaKey || types ? null : codes[event.code];
              if (key) {
                event.preventDefault();
                if (decides && document.activeElement) { document.activeElement.blur(); }
                element.dispatchEvent(new CustomEvent('review-key', {detail: key}));
              }
            };
            document.addEventListener('keydown', element.reviewKeys);""";

    private ReviewKeys() {}

    /** @param acts by key: {@code 1}, {@code 2}, {@code 3}, {@code j}, {@code k}, {@code decide} */
    static void on(Div view, Map<String, Runnable> acts) {
        view.getElement()
                .addEventListener(
                        EVENT,
                        event -> Optional.ofNullable(acts.get(
                                        event.getEventData().get("event.detail").asString()))
                                .ifPresent(Runnable::run))
                .addEventData("event.detail");
        view.addAttachListener(_ -> view.getElement().executeJs(LISTEN));
    }
}
