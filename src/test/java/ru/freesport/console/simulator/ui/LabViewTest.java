package ru.freesport.console.simulator.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;
import ru.freesport.console.simulator.FaultMode;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class LabViewTest extends SpringBrowserlessTest {

    private final Simulators lab =
            Simulators.start(SimulatorSettings.quick(Duration.ofMillis(50), Duration.ofSeconds(1)));

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aFaultIsSwitchedOnAndOffByItsButton() {
        open();
        String down = Texts.word("simulator.fault", FaultMode.DOWN);
        button(down).click();
        assertThat(lab.onec().faults().isOn(FaultMode.DOWN)).isTrue();
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains(down);
        button(down).click();
        assertThat(lab.onec().faults().all()).isEmpty();
    }

    @Test
    void outsideTheDemoThereIsNoLab() {
        assertThat(UI.getCurrent().navigate(LabView.class)).isEmpty();
        assertThat(find(LabView.class).all()).isEmpty();
    }

    private void open() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("simulators", lab);
        UI.getCurrent().add(new LabView(beans.getBeanProvider(Simulators.class)));
    }

    private Button button(String text) {
        return find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
