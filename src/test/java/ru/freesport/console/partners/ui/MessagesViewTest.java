package ru.freesport.console.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.onec.packet.SomeZip;
import ru.freesport.console.partners.Message;
import ru.freesport.console.partners.SomeMessages;
import ru.freesport.console.partners.StoredMessages;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class MessagesViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private StoredMessages messages;

    @Autowired
    private JdbcClient database;

    private final String name = "t" + UUID.randomUUID() + ".xml";

    @Test
    @SuppressWarnings("unchecked")
    void messagesAreFoundByNameAndTheOpenedOneIsReadable() throws Exception {
        long id = SomeMessages.stored(application, name, "<Каталог><b>&amp;</b></Каталог>");

        UI.getCurrent().navigate("messages", QueryParameters.of("q", name));
        Grid<Message> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("Обмен с 1С");
        assertThat(test(grid).getCellText(0, 5)).isEqualTo("exchange (1С)");

        test(grid).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("messages/" + id + "?q=" + name);
        assertThat(find(Pre.class).single().getText()).isEqualTo("<Каталог><b>&amp;</b></Каталог>");
    }

    @Test
    void anArchiveShowsWhatItHolds() throws Exception {
        long id = SomeMessages.stored(
                application,
                name.replace(".xml", ".zip"),
                new SomeZip().with("../goods.xml", new byte[2048]).bytes());

        UI.getCurrent().navigate("messages/" + id);

        assertThat(find(ListItem.class).single().getText()).isEqualTo("goods.xml · 2\u00a0КБ");
    }

    @Test
    void aDryReplayBeginsARunWithItsReasonAndIsAudited() throws Exception {
        long id = SomeMessages.stored(application, name, "<КоммерческаяИнформация ВерсияСхемы=\"3.1\"/>");
        UI.getCurrent().navigate("messages/" + id);

        test(find(Button.class).withText("Пробный повтор").single()).click();
        test(find(TextArea.class).single()).setValue("проверка");
        test(find(Button.class).withText("Пробный повтор").all().getLast()).click();

        assertThat(database.sql("SELECT became || ' ' || reason FROM audit_entry"
                                + " WHERE action = 'partners.message.replayed-dry' AND subject = ?")
                        .param("message:" + id)
                        .query(String.class)
                        .single())
                .matches("run:\\d+ проверка");
        assertThat(database.sql("SELECT dry_run FROM job_run WHERE actor_name = 'operations' AND reason = 'проверка'"
                                + " ORDER BY id DESC LIMIT 1")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDownloadIsByteExactAndAudited() throws Exception {
        long id = SomeMessages.stored(application, name, "байты");

        try (InputStream content = messages.download(id)) {
            assertThat(content.readAllBytes()).isEqualTo("байты".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE action = 'partners.message.downloaded'"
                                + " AND subject = ? AND actor = 'operations'")
                        .param("message:" + id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @WithMockUser(roles = "VIEWER")
    void aViewerSeesThatItCameButNotWhatItHolds() throws Exception {
        long id = SomeMessages.stored(application, name, "<Секрет/>");

        UI.getCurrent().navigate("messages/" + id);

        assertThat(find(MessageDetail.class).all()).hasSize(1);
        assertThat(find(Pre.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Повторить").all()).isEmpty();
        assertThatThrownBy(() -> messages.download(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> messages.head(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> messages.replay(id, true, "x")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "SUPPORT")
    void supportReadsButDoesNotReplay() throws Exception {
        long id = SomeMessages.stored(application, name, "<a/>");

        assertThat(messages.head(id).text()).isEqualTo("<a/>");
        assertThatThrownBy(() -> messages.replay(id, false, "x")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = "FINANCE")
    void othersDoNotGetIn() {
        assertThatThrownBy(() -> navigate(MessagesView.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
