package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.Component;
import org.springframework.stereotype.Service;
import ru.freesport.console.shared.ui.LanguageChoice;

/** The frame's own menu, handed out to pages that stand outside of it. */
@Service
class LanguageChoiceMenu implements LanguageChoice {

    @Override
    public Component component() {
        return new LanguageMenu();
    }
}
