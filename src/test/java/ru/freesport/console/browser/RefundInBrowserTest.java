package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.partners.Circuits;
import ru.freesport.console.payments.Payment;
import ru.freesport.console.payments.PaymentJanitor;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.ReceiptsTask;
import ru.freesport.console.payments.SomePayments;

/** Support gives money back as a customer on the phone asks for it; what is too much for one takes two. */
@ConsoleTest
class RefundInBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentJanitor janitor;

    @Autowired
    private ReceiptsTask receipts;

    @Autowired
    private Circuits circuits;

    @Autowired
    private JdbcClient database;

    private SomePayments some;

    @BeforeEach
    void begin() {
        some = new SomePayments(payments, janitor, receipts, circuits);
        some.healthy();
        SomePayments.yookassa().sendWebhooksTo("http://localhost:" + port);
        database.sql("UPDATE refund SET requested_at = requested_at - interval '2 days' WHERE requested_by = 'support'")
                .update();
    }

    @AfterEach
    void stop() {
        some.healthy();
    }

    @Test
    void foundByCardAndSumRefundedByLineOnceThenOverTheLimitBySomebodyElse() {
        Payment paid = some.paid("8123.45");
        try (Chromium chromium = Chromium.on(port)) {
            Page support = chromium.as("support");
            find(chromium, support, paid);

            Locator dialog = open(support);
            assertThat(dialog).containsText("Можно вернуть 8 123,45 ₽");
            assertThat(button(dialog)).containsText("Выберите, что вернуть");
            dialog.getByText("Thing ball#1").click();
            dialog.locator(".refund-line input[type=text], .refund-line vaadin-big-decimal-field input")
                    .first()
                    .fill("1");
            dialog.locator(".refund-line").first().getByText("На склад").click();
            assertThat(button(dialog)).containsText("Вернуть 299,99 ₽");
            long sent = refundsSent();
            button(dialog).dblclick();
            Locator lamps = support.locator(".refund-progress");
            assertThat(lamps).containsText("Возврат 299,99 ₽");
            settledUntil(lamps, "Деньги возвращены");
            settledUntil(lamps, "Зарегистрирован");
            assertThat(SomePayments.there(paid, "refund")).as("pressed twice").hasSize(1);
            assertThat(refundsSent() - sent).as("requests of one double click").isEqualTo(1);
            assertThat(database.sql("""
                            SELECT l.restock FROM refund_line l JOIN refund r ON r.id = l.refund_id
                            WHERE r.payment_id = ?""").param(paid.id()).query(Boolean.class).list())
                    .containsExactly(true);
            dialog.getByText("Закрыть").click();

            dialog = open(support);
            dialog.getByText("Суммой").click();
            dialog.locator("vaadin-big-decimal-field:visible input").last().fill("5500,00");
            assertThat(button(dialog)).containsText("Запросить 5 500,00 ₽");
            assertThat(dialog).containsText("решит второй человек");
            button(dialog).click();
            assertThat(support.locator(".refund-progress")).containsText("Ждёт одобрения");

            Page own = chromium.as("support");
            chromium.open(own, "/refunds?show=waiting");
            assertThat(own.locator("vaadin-grid")).containsText("Свой запрос: одобрит другой");
            assertThat(own.getByText("Одобрить 5 500,00 ₽")).hasCount(0);

            Page finance = chromium.as("finance");
            chromium.open(finance, "/refunds?show=waiting");
            finance.getByText("Одобрить 5 500,00 ₽").first().click();
            Locator confirm = finance.locator("vaadin-dialog[opened]");
            assertThat(confirm).containsText("С момента запроса ничего не изменилось");
            confirm.locator("vaadin-button[theme~=primary]").click();

            settledUntil(support.locator(".refund-progress"), "Деньги возвращены");
            settledUntil(support.locator(".refund-progress"), "Зарегистрирован");
            assertThat(SomePayments.there(paid, "refund")).hasSize(2);
            assertThat(some.now(paid.id()).refundable().plain()).isEqualTo("2323.46");
        }
    }

    @Test
    void aSumTypedRightBeforeTheClickIsNotSentUnseen() {
        Payment paid = some.paid("3000.00");
        try (Chromium chromium = Chromium.on(port)) {
            Page support = chromium.as("support");
            chromium.open(support, "/payments/" + paid.id());
            Locator dialog = open(support);
            dialog.getByText("Суммой").click();
            assertThat(button(dialog)).containsText("Вернуть 3 000,00 ₽");
            Locator sum =
                    dialog.locator("vaadin-big-decimal-field:visible input").last();
            sum.fill("10,00");
            assertThat(button(dialog)).containsText("Вернуть 10,00 ₽");
            sum.fill("1000,00");
            button(dialog).click();
            assertThat(dialog).containsText("1 000,00 ₽");
            assertThat(button(dialog)).isEnabled();
            assertThat(some.now(paid.id()).refundable().plain()).isEqualTo("3000.00");
            button(dialog).click();
            assertThat(support.locator(".refund-progress")).containsText("Возврат 1 000,00 ₽");
        }
    }

    private void find(Chromium chromium, Page page, Payment paid) {
        chromium.open(page, "/payments");
        page.locator(".filter-bar-search input").fill("4477 8 123,45");
        Locator row = page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(paid.orderNumber()));
        assertThat(row.first()).isVisible();
        assertThat(page.url())
                .as("what a customer reads out stays out of the address")
                .endsWith("/payments");
        row.first().locator("a").click();
        assertThat(page.locator(".page-header-status")).containsText("Оплачен");
    }

    private static long refundsSent() {
        return SomePayments.yookassa().journal().entries().stream()
                .filter(entry -> entry.operation().equals("POST /refunds"))
                .count();
    }

    private static Locator open(Page page) {
        page.locator(".page-header-actions vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Вернуть"))
                .click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        return dialog;
    }

    private static Locator button(Locator dialog) {
        return dialog.locator(".refund-button");
    }

    /** The janitor looks, as it does every minute, until the screen says so by itself. */
    private void settledUntil(Locator place, String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            some.settle();
            return place.innerText().contains(text);
        });
    }
}
