package ru.freesport.console.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.audit.AuditEntry;
import ru.freesport.console.audit.AuditLog;
import ru.freesport.console.shared.Actor;

@ConsoleTest
@WithMockUser(roles = "ADMIN")
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    private AuditLog audit;

    @Test
    @SuppressWarnings("unchecked")
    void entriesAreFoundByTextAndSayWhatHappenedInWords() {
        String subject = "account:" + UUID.randomUUID();
        audit.record(Actor.person("olga"), "access.account.roles-changed", subject, "VIEWER", "FINANCE", "повышение");
        audit.record(Actor.commandLine(), "unknown.to.us", subject, null, null, null);

        UI.getCurrent().navigate("audit", QueryParameters.of("q", subject));

        Grid<AuditEntry> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("unknown.to.us");
        assertThat(test(grid).getCellText(1, 1)).isEqualTo("olga");
        assertThat(test(grid).getCellText(1, 2)).isEqualTo("Роли изменены");
        assertThat(test(grid).getCellText(1, 4)).isEqualTo("VIEWER → FINANCE");
        assertThat(test(grid).getCellText(1, 5)).isEqualTo("повышение");
    }

    @Test
    @WithMockUser(roles = "OPERATIONS")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(AuditView.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
