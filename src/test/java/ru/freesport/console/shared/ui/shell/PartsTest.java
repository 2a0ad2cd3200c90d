package ru.freesport.console.shared.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.ui.ChartCanvas;
import ru.freesport.console.shared.ui.ChartData;
import ru.freesport.console.shared.ui.ConfirmWithReason;
import ru.freesport.console.shared.ui.PageHeader;
import ru.freesport.console.shared.ui.Timeline;
import ru.freesport.console.shared.ui.Tone;

@ConsoleTest
@WithMockUser(username = "vera", roles = "VIEWER")
class PartsTest extends SpringBrowserlessTest {

    private final List<String> reasons = new ArrayList<>();

    @Test
    void nothingHappensWithoutAReason() {
        ConfirmWithReason dialog = ask();
        test(button("Stop")).click();
        assertThat(reasons).isEmpty();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void theReasonIsHandedOverOnce() {
        ConfirmWithReason dialog = ask();
        test(find(TextArea.class).single()).setValue("  stuck since morning ");
        test(button("Stop")).click();
        assertThat(reasons).containsExactly("stuck since morning");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void cancelDoesNothing() {
        ConfirmWithReason dialog = ask();
        dialog.close();
        assertThat(reasons).isEmpty();
    }

    @Test
    void theTimelineLinksWhatAnEventIsAbout() {
        SomeListView view = navigate(SomeListView.class);
        view.add(new Timeline()
                .show(List.of(
                        new Timeline.Entry(Instant.EPOCH, Tone.BAD, "12 rows", "olga", "why", "sync/runs/1"),
                        new Timeline.Entry(Instant.EPOCH, Tone.GOOD, "started"))));
        assertThat(find(ListItem.class).all()).hasSize(2);
        assertThat(find(Anchor.class).withText("12 rows").single().getHref()).isEqualTo("sync/runs/1");
    }

    @Test
    void aChartHandsItsNumbersToTheBrowser() {
        navigate(SomeListView.class);
        ChartCanvas chart = new ChartCanvas(ChartCanvas.Kind.STACKED_BAR, "runs");
        chart.show(new ChartData(List.of("1:00"), List.of(new ChartData.Series("done", Tone.GOOD, List.of(3)))));
        assertThat(chart.getElement().getProperty("content"))
                .isEqualTo("{\"kind\":\"stacked-bar\",\"label\":\"runs\",\"locale\":\"ru-RU\",\"data\":"
                        + "{\"labels\":[\"1:00\"],\"series\":[{\"name\":\"done\",\"tone\":\"GOOD\",\"values\":[3]}]}}");
    }

    @Test
    void aPageShowsAtMostTwoActs() {
        navigate(SomeListView.class);
        PageHeader header = new PageHeader("x").primary(new Button("a")).action(new Button("b"));
        assertThatThrownBy(() -> header.action(new Button("c"))).isInstanceOf(IllegalStateException.class);
    }

    private ConfirmWithReason ask() {
        navigate(SomeListView.class);
        ConfirmWithReason dialog = new ConfirmWithReason("Stop the run?", "Stop", reasons::add)
                .subject("Prices")
                .effect("What is loaded stays")
                .danger();
        dialog.open();
        return dialog;
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
