package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.ui.Translations;

/** A task's name is made of its bean's name, so no text search finds it missing. */
@ConsoleTest
class TaskNamesTest {

    @Autowired
    private List<ScheduledTask> tasks;

    @Test
    void everyTaskHasANameInEveryLanguage() {
        assertThat(tasks).isNotEmpty();
        for (var language : Translations.LANGUAGES) {
            Translations words = Translations.of(language);
            assertThat(tasks)
                    .extracting(ScheduledTask::titleKey)
                    .allSatisfy(key -> assertThat(words.has(key))
                            .as("%s in %s", key, language)
                            .isTrue());
        }
    }
}
