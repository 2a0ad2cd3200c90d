package ru.freesport.console.partners.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.shared.ui.Timeline;

/** Above the list, when it is asked for one correlation id: where its calls and files come from. */
final class StoryPanel extends Section {

    private final Stories stories;
    private final Timeline timeline = new Timeline();

    StoryPanel(Stories stories) {
        this.stories = stories;
        addClassName("story");
        add(new H2(Texts.t("partners.story")), timeline);
        setVisible(false);
    }

    void show(String text) {
        List<Timeline.Entry> entries = stories.of(text);
        timeline.show(entries);
        setVisible(!entries.isEmpty());
    }
}
