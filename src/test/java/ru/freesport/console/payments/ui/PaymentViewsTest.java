package ru.freesport.console.payments.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentFilter;
import ru.freesport.console.payments.PaymentJanitor;
import ru.freesport.console.payments.PaymentList;
import ru.freesport.console.payments.PaymentState;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.ReceiptsTask;
import ru.freesport.console.payments.RefundAnswer;
import ru.freesport.console.payments.RefundReason;
import ru.freesport.console.payments.RefundWish;
import ru.freesport.console.payments.Refunds;
import ru.freesport.console.payments.SomePayments;
import ru.freesport.console.shared.Money;
import ru.freesport.console.shared.ui.StatusBadge;

@ConsoleTest
@WithMockUser(username = "support", roles = "SUPPORT")
class PaymentViewsTest extends SpringBrowserlessTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentList list;

    @Autowired
    private Refunds refunds;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private JdbcClient database;

    private SomePayments some;
    private Payment paid;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
        paid = some.paid("1990.00");
    }

    @AfterEach
    void stop() {
        some.healthy();
    }

    @Test
    void aPaymentIsFoundByWhateverTheCustomerReadsOut() {
        for (String said : new String[] {
            paid.orderNumber(),
            paid.orderNumber().substring(0, 8),
            paid.id().toString(),
            paid.providerId(),
            paid.method().rrn(),
            "4477 1990,00",
            "•• 4477 1 990,00 ₽".substring(3),
            "**4477 1990.00",
            "anna@example.org 1990,00",
            "+79161234567 1990.00",
            "8(916)123-45-67 4477"
        }) {
            assertThat(list.page(new PaymentFilter(said, null, null, null, null, false), null, 500))
                    .as(said)
                    .extracting(Payment::id)
                    .contains(paid.id());
        }
        for (String said : new String[] {"4478 1990,00", "4477 1990,01", "nobody@example.org"}) {
            assertThat(list.page(new PaymentFilter(said, null, null, null, null, false), null, 500))
                    .as(said)
                    .extracting(Payment::id)
                    .doesNotContain(paid.id());
        }
        assertThat(list.page(new PaymentFilter("", PaymentState.CANCELED, null, null, null, false), null, 500))
                .allMatch(payment -> payment.state() == PaymentState.CANCELED);
        Instant later = Instant.now().plus(Duration.ofHours(1));
        assertThat(list.count(new PaymentFilter("", null, null, later, null, false)))
                .isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFoundPaymentOpensAndShowsWhereItsMoneyIs() {
        UI.getCurrent().navigate("payments");
        test(find(TextField.class).single()).setValue(paid.orderNumber());
        Grid<Payment> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        test(grid).clickRow(0);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("payments/" + paid.id());
        assertThat(texts()).contains("Получено магазином", "Карта •• 4477");
        assertThat(find(Button.class).withText("Вернуть").exists()).isTrue();
    }

    @Test
    void whatIsUnknownSaysNotToPressAgain() {
        Payment lost = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "10.00")));
        database.sql("UPDATE payment SET state = 'UNKNOWN', ask_at = NULL WHERE id = ?")
                .param(lost.id())
                .update();
        UI.getCurrent().navigate("payments/" + lost.id());
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .anyMatch(text -> text.startsWith("Неизвестно: не нажимайте ещё раз"));
        assertThat(find(Button.class).withText("Вернуть").exists()).isFalse();
        assertThat(list.unknown()).isPositive();
    }

    @Test
    void nothingLeftToRefundIsSaidBeforeASumIsTyped() {
        PaymentActs acts = new PaymentActs(payments, refunds, null, null);
        Payment waiting = some.sent(some.begun(SomePayments.wish(SomePayments.order(), "10.00")));
        UI.getCurrent().navigate("payments/" + waiting.id());
        new RefundDialog(waiting, acts, null).open();
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(find(StatusBadge.class).all())
                .extracting(StatusBadge::getText)
                .contains("Платёж не оплачен");
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.getText().startsWith("Вернуть"));
    }

    @Test
    @WithMockUser(username = "finance", roles = "FINANCE")
    void whoeverApprovesSeesThatAnotherRefundIsOnItsWaySince() {
        Payment dear = some.paid("8000.00");
        SomePayments.as("vera", "SUPPORT", () -> ask(dear, "5500.00"));
        UI.getCurrent().navigate("refunds", QueryParameters.of("show", "waiting"));
        approveNewest();
        assertThat(dialogTexts()).contains("ничего не изменилось").doesNotContain("других возвратов");
        find(Dialog.class).single().close();
        SomePayments.as("gleb", "SUPPORT", () -> ask(dear, "100.00"));
        approveNewest();
        assertThat(dialogTexts()).contains("других возвратов было на 0,00 ₽, теперь на 100,00 ₽");
    }

    private void ask(Payment payment, String sum) {
        Money amount = new Money(new BigDecimal(sum), payment.amount().currency());
        assertThat(refunds.request(new RefundWish(
                        UUID.randomUUID(), payment.id(), List.of(), amount, RefundReason.CUSTOMER_RETURN, null, null)))
                .isInstanceOf(RefundAnswer.Asked.class);
    }

    private void approveNewest() {
        Component acts = test(find(Grid.class).single()).getCellComponent(0, 6);
        Button approve = (Button) acts.getChildren().findFirst().orElseThrow();
        assertThat(spaced(approve.getText())).isEqualTo("Одобрить 5 500,00 ₽");
        approve.click();
    }

    private String dialogTexts() {
        return spaced(find(Dialog.class).single().getElement().getTextRecursively());
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }

    @Test
    @WithMockUser(username = "finance", roles = "FINANCE")
    void financeSeesTheDaysMoneyAndAcceptsADifferenceWithARemark() {
        String there = "there-" + paid.orderNumber();
        database.sql("""
                        INSERT INTO reconciliation_difference (day, subject, kind, provider_id, there)
                        VALUES (current_date, 'PAYMENT', 'MISSING_HERE', ?, 'succeeded 10.00 RUB')""").param(there).update();
        UI.getCurrent().navigate("reconciliation");
        assertThat(texts()).contains("Карта", "Всего", there, "Платёж: нет у нас");
        find(Button.class).withText("Принять").all().getFirst().click();
        test(find(TextArea.class).single()).setValue("Касса магазина");
        find(Button.class).withText("Принять").all().getLast().click();
        assertThat(database.sql("""
                        SELECT count(*) FROM reconciliation_difference
                        WHERE state = 'ACCEPTED' AND decided_by = 'finance' AND remark = 'Касса магазина'""").query(Integer.class).single()).isPositive();
        find(Button.class).withText("Сверить").single().click();
        assertThat(find(Notification.class).all()).isNotEmpty();
    }

    @Test
    @WithMockUser(username = "viewer", roles = "VIEWER")
    void aViewerSeesMoneyButNeitherFindsByContactsNorGivesBack() {
        assertThat(list.page(new PaymentFilter("anna@example.org", null, null, null, null, false), null, 10))
                .isEmpty();
        UI.getCurrent().navigate("payments/" + paid.id());
        assertThat(find(Button.class).withText("Вернуть").exists()).isFalse();
        UI.getCurrent().navigate("refunds");
        assertThat(find(Grid.class).exists()).isTrue();
        assertThatThrownBy(() -> refunds.before(paid.id())).isInstanceOf(AccessDeniedException.class);
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }
}
