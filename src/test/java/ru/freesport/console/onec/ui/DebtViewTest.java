package ru.freesport.console.onec.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.onec.outgoing.Debt;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class DebtViewTest extends SpringBrowserlessTest {

    @Autowired
    private Debt debt;

    @Test
    void theDebtIsListedByFile() {
        navigate(DebtView.class);
        Grid<?> files = find(Grid.class).all().getFirst();
        assertThat(test(files).size()).isEqualTo(debt.files(0, 1_000).size());
    }

    @Test
    @WithMockUser(username = "fedor", roles = "FINANCE")
    void whoHasNoBusinessWithItIsRefused() {
        UI.getCurrent().navigate("debt");
        assertThat(find(DebtView.class).all()).isEmpty();
        assertThatThrownBy(() -> debt.done(1, "no right")).isInstanceOf(AccessDeniedException.class);
    }
}
