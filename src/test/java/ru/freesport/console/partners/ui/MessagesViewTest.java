package ru.freesport.console.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
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
import ru.freesport.console.partners.JournalLine;
import ru.freesport.console.partners.SomeMessages;
import ru.freesport.console.partners.StoredMessages;
import ru.freesport.console.shared.ui.CopyChip;

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
        Grid<JournalLine> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("Обмен с 1С");
        assertThat(test(grid).getCellText(0, 3)).isEqualTo(name);

        test(grid).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("messages/" + id + "?q=" + name);
        assertThat(find(Pre.class).single().getText()).isEqualTo("<Каталог>\n  <b>&amp;</b>\n</Каталог>");
        test(find(Button.class).withText("Как есть").single()).click();
        assertThat(find(Pre.class).single().getText()).isEqualTo("<Каталог><b>&amp;</b></Каталог>");
    }

    @Test
    void aFileIsComparedWithTheOneBeforeOfItsKind() throws Exception {
        String kind = UUID.randomUUID().toString().replaceAll("[^g-z]", "") + "kind" + name.length();
        SomeMessages.stored(application, kind + "x_1.xml", "<a><b>old</b></a>");
        long id = SomeMessages.stored(application, kind + "x_22.xml", "<a><b>new</b></a>");
        UI.getCurrent().navigate("messages/" + id);

        test(find(Button.class).withText("Отличия").single()).click();

        assertThat(find(DifferenceLine.class).all())
                .extracting(DifferenceLine::getText)
                .containsExactly("  <a>", "−   <b>old</b>", "+   <b>new</b>", "  </a>");
    }

    @Test
    void aCallShowsItsErrorItsTraceAndCanBeCopiedWithoutSecrets() {
        String trace = "view-" + name.substring(1, 9);
        long id = database.sql("""
                        INSERT INTO partner_call (circuit, operation, attempt, reads, correlation_id, actor_kind, actor, result,
                            error, failure, http_status, duration_us, request_head, request_body, request_size,
                            response_head, response_body, response_size)
                        VALUES ('onec.orders', 'GET /viewed', 2, true, ?, 'SYSTEM', 'console', 'REJECTED',
                            'AUTHENTICATION_FAILED', 'HTTP 401', 401, 12500,
                            E'GET http://1c.example/viewed?token=***\\nX-Api-Key: ***', convert_to('{"a":1}', 'UTF8'), 7,
                            'HTTP 401', convert_to('no', 'UTF8'), 2) RETURNING id
                        """).param(trace).query(Long.class).single();

        UI.getCurrent().navigate("messages", QueryParameters.of("q", trace));
        test((Grid<?>) find(Grid.class).single()).clickRow(0);

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("messages/call-" + id);
        assertThat(find(RunbookCard.class).all()).hasSize(1);
        assertThat(find(CopyChip.class).withText("Скопировать как curl").all()).hasSize(1);
        assertThat(find(Pre.class).all()).extracting(Pre::getText).contains("{\n  \"a\": 1\n}", "no");
        assertThat(find(Button.class).withText("Повторить").all()).isEmpty();
    }

    @Test
    void everythingOfOneTraceIsToldTogether() {
        String trace = "story-" + name.substring(1, 9);
        long run = database.sql("""
                        INSERT INTO job_run (task, trigger, actor_kind, actor_name, correlation_id, state, finished_at)
                        VALUES ('onec.orders-out', 'MANUAL', 'PERSON', 'olga', ?, 'CANCELLED', now()) RETURNING id
                        """).param(trace).query(Long.class).single();

        UI.getCurrent().navigate("messages", QueryParameters.of("q", trace));

        assertThat(find(StoryPanel.class).single().isVisible()).isTrue();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("sync/runs/" + run);
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
