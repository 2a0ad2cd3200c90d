package ru.freesport.console.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.partners.CircuitState;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.shared.Actor;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class CircuitsViewTest extends SpringBrowserlessTest {

    private static final String PRICES = "onec.prices";

    @Autowired
    private Circuits circuits;

    @AfterEach
    void reset() {
        RunAs.actor(Actor.commandLine(), () -> {
            circuits.reset(PRICES, "test");
        });
    }

    @Test
    void everyCircuitIsACardWithItsStateInWords() {
        navigate(CircuitsView.class);
        assertThat(find(CircuitPanel.class).all()).hasSize(circuits.cards().size());
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains("Замкнута: обмен по HTTP", "Замкнута: обмен по FTP");
    }

    @Test
    void openingAsksForAReasonAndHoldsTheCircuitInThePersonsName() {
        navigate(CircuitsView.class);
        int place = circuits.cards().stream()
                .map(card -> card.circuit().name())
                .toList()
                .indexOf(PRICES);
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(Texts.t("partners.circuit.act.open")))
                .skip(place)
                .findFirst()
                .orElseThrow()
                .click();
        confirm("");
        assertThat(find(Dialog.class).all()).as("still asks for the reason").isNotEmpty();
        confirm("1C is being updated");
        var held = circuits.find(PRICES).orElseThrow();
        assertThat(held.state()).isEqualTo(CircuitState.FORCED_OPEN);
        assertThat(held.override().by()).isEqualTo("olga");
        assertThat(circuits.overridden()).extracting(circuit -> circuit.name()).contains(PRICES);
    }

    @Test
    @WithMockUser(username = "vera", roles = "VIEWER")
    void aViewerSeesTheCircuitsAndIsOfferedNothing() {
        navigate(CircuitsView.class);
        assertThat(find(CircuitPanel.class).all()).isNotEmpty();
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .doesNotContain(Texts.t("partners.circuit.act.open"), Texts.t("partners.circuit.act.close"));
        assertThatThrownBy(() -> circuits.open(PRICES, "no right", Duration.ofMinutes(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theHistoryOfTheCircuitInTheAddressNamesWhoAndWhy() {
        circuits.open(PRICES, "1C is being updated", Duration.ofMinutes(1));
        UI.getCurrent().navigate("circuits/" + PRICES);
        assertThat(find(CircuitsView.class).single().getElement().getTextRecursively())
                .contains("olga", "1C is being updated");
    }

    private void confirm(String reason) {
        find(TextArea.class).single().setValue(reason);
        Dialog dialog = find(Dialog.class).single();
        find(Button.class).from(dialog).all().stream()
                .filter(button -> button.getText().equals(Texts.t("partners.circuit.act.open")))
                .findFirst()
                .orElseThrow()
                .click();
    }
}
