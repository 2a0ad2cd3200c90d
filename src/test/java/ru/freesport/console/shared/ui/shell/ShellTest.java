package ru.freesport.console.shared.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.shared.ui.Texts;

@ConsoleTest
@WithMockUser(username = "vera", roles = "VIEWER")
class ShellTest extends SpringBrowserlessTest {

    @Test
    void navigationShowsWhatThisPersonMayOpen() {
        navigate(SomeListView.class);
        assertThat(entries()).contains(Texts.t("shared.keys.title")).doesNotContain(Texts.t("shared.theme"));
    }

    @Test
    @WithMockUser(username = "anna", roles = "ADMIN")
    void anAdministratorSeesMore() {
        navigate(SomeListView.class);
        assertThat(entries()).contains(Texts.t("shared.keys.title"), Texts.t("shared.theme"));
    }

    @Test
    void whatWaitsIsCountedBesideTheEntry() {
        navigate(SomeListView.class);
        SideNavItem item = find(SideNavItem.class).all().stream()
                .filter(entry -> Texts.t("shared.keys.title").equals(entry.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(item.getSuffixComponent().getElement().getText()).isEqualTo("12");
    }

    @Test
    void theAddressOpensTheListAsItWasLeft() {
        UI.getCurrent().navigate("some-list", QueryParameters.fromString("q=boots&show=mine&flow=stock"));
        assertThat(find(TextField.class).single().getValue()).isEqualTo("boots");
        assertThat(find(Select.class).single().getValue()).isEqualTo("stock");
        assertThat(chip("mine").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(chip("failed ones").getElement().getAttribute("aria-pressed"))
                .isEqualTo("false");
    }

    @Test
    void aFilterGoesIntoTheAddressAndBackToTheList() {
        SomeListView view = navigate(SomeListView.class);
        test(chip("failed ones")).click();
        test(find(TextField.class).single()).setValue("boots");
        assertThat(view.state.quick("failed")).isTrue();
        assertThat(view.state.search()).isEqualTo("boots");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .isEqualTo(Map.of("q", List.of("boots"), "show", List.of("failed")));
        test(chip("failed ones")).click();
        assertThat(view.state.quick()).isEmpty();
    }

    @Test
    void anUnknownAddressIsNamed() {
        navigate("no-such-place", NotFoundView.class);
        assertThat(find(H2.class).single().getText()).isEqualTo(Texts.t("shared.notFound.title"));
        assertThat(find(Paragraph.class).single().getText()).contains("/no-such-place");
    }

    @Test
    void aForbiddenScreenNamesTheRolesThatOpenIt() {
        navigate("some-secret", ForbiddenView.class);
        assertThat(find(Paragraph.class).single().getText())
                .contains(Texts.t("shared.role.ADMIN"), Texts.t("shared.role.FINANCE"));
    }

    @Test
    void aBrokenScreenShowsAnIdAndNoDetail() {
        navigate("some-broken", FailureView.class);
        assertThat(find(Paragraph.class).single().getText())
                .containsPattern("[0-9a-f]{8}")
                .doesNotContain("secret detail");
    }

    @Test
    void aBrokenActShowsAnIdAndNoDetail() {
        navigate(SomeListView.class);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("secret detail")));
        assertThat(test(find(Notification.class).last()).getText())
                .containsPattern("[0-9a-f]{8}")
                .doesNotContain("secret detail");
    }

    @Test
    void aRefusedActSaysSo() {
        navigate(SomeListView.class);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new AccessDeniedException("no")));
        assertThat(test(find(Notification.class).last()).getText()).isEqualTo(Texts.t("shared.forbidden.act"));
    }

    @Test
    void theConsoleSpeaksRussianUntilToldOtherwise() {
        navigate(SomeListView.class);
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("ru");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(Texts.t("shared.close")).isEqualTo("Close");
    }

    private List<String> entries() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }

    private Button chip(String label) {
        return find(Button.class).withText(label).single();
    }
}
