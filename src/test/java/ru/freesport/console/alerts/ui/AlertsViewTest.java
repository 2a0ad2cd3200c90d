package ru.freesport.console.alerts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.alerts.Alert;
import ru.freesport.console.shared.ui.StatusBadge;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class AlertsViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient database;

    private final String mark = UUID.randomUUID().toString();
    private long id;

    @BeforeEach
    void raise() {
        id = database.sql("""
                        INSERT INTO alert (rule, subject, occurrences, detail, link, seen)
                        VALUES ('UNREADABLE_ANSWER', ?, '{}', 'said', 'messages/call-1', 21) RETURNING id
                        """)
                .param("onec.orders GET /" + mark)
                .query(Long.class)
                .single();
    }

    @AfterEach
    void clear() {
        database.sql("DELETE FROM alert WHERE id = ?").param(id).update();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAlertIsFoundAndSaysWhatItMeansAndWhatToDo() {
        UI.getCurrent().navigate("alerts", QueryParameters.of("q", mark));
        Grid<Alert> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("Стороны не понимают друг друга");
        assertThat(test(grid).getCellText(0, 2)).endsWith(" · GET /" + mark);
        assertThat(test(grid).getCellText(0, 3)).isEqualTo("21");

        test(grid).clickRow(0);

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("alerts/" + id + "?q=" + mark);
        assertThat(find(AlertDetail.class).single().getElement().getTextRecursively())
                .contains("Одна сторона прислала", "Откройте запрос, сравните с предыдущим", "21 раз");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("messages/call-1");
    }

    @Test
    void itIsTakenAndThenResolvedWithAReason() {
        UI.getCurrent().navigate("alerts/" + id);
        test(find(Button.class).withText("Взять").single()).click();
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains("Занят: operations");

        test(find(Button.class).withText("Закрыть").single()).click();
        test(find(TextArea.class).single()).setValue("исправили формат");
        test(find(Button.class).withText("Закрыть").all().getLast()).click();

        assertThat(database.sql("SELECT resolved_by || ' ' || resolve_reason FROM alert WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("operations исправили формат");
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains("Закрыта");
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerSeesItAndDoesNothing() {
        UI.getCurrent().navigate("alerts/" + id);

        assertThat(find(AlertDetail.class).all()).hasSize(1);
        assertThat(find(Button.class).withText("Взять").all()).isEmpty();
        assertThat(find(Button.class).withText("Закрыть").all()).isEmpty();
    }

    @Test
    @WithMockUser(roles = "EXCHANGE")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(AlertsView.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
