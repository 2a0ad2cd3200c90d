package ru.freesport.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.conflicts.SomeConflicts;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.outgoing.SomeCustomersOut;
import ru.freesport.console.shared.Actor;

/** A conflict's whole life as two people and a 1C see it, by keyboard and without reloading. */
@ConsoleTest
class ConflictInBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Runs runs;

    @Test
    void decidedByKeyboardStoppedByAClashUndoneDecidedAgainConfirmedAndBroughtBack() {
        SomeConflicts some = SomeConflicts.of(beans);
        Customer customer = some.company();
        String onecName = "ЗАО Другое имя " + customer.code();
        long id = some.of(
                customer, Map.of(CustomerField.PHONE, "+7 495 777-00-01", CustomerField.COMPANY_NAME, onecName));
        try (SomeCustomersOut onec = new SomeCustomersOut(beans, port);
                Chromium chromium = Chromium.on(port)) {
            onec.onec().know(document(customer, onecName));
            Page first = open(chromium, "manager", id);
            Page second = open(chromium, "admin", id);

            choose(first);
            assertThat(status(second)).containsText("В работе");
            second.keyboard().press("3");
            second.keyboard().press("3");
            assertThat(second.locator(".conflict-notice")).containsText("Решает manager");

            decide(first);
            assertThat(first.locator("vaadin-notification-card")).containsText("Конфликт № " + id + " решён");
            assertThat(second.locator(".conflict-notice")).containsText("конфликт изменил manager");
            decide(second);
            Locator clash = second.locator("vaadin-dialog[opened]");
            assertThat(clash).containsText("Вас опередили");
            assertThat(clash).containsText("manager");
            assertThat(clash).containsText("+7 495 777-00-01");
            clash.getByText("Показать").click();
            assertThat(status(second)).containsText("Решён");

            chromium.open(first, "/conflicts/" + id);
            first.getByText(Pattern.compile("Отменить решение · 1[45]:\\d\\d")).click();
            first.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]").click();
            assertThat(status(first)).containsText("Ждёт решения");
            assertThat(phone(customer)).isEqualTo(customer.phone());

            choose(first);
            decide(first);
            assertThat(first.locator("vaadin-notification-card").last()).containsText("решён");
            chromium.open(first, "/conflicts/" + id);
            assertThat(status(first)).containsText("Решён");
            // a mark that only a reload would take away
            first.evaluate("window.stillTheSamePage = true");

            graceIsOver(id, customer);
            onec.send(String.valueOf(customer.onecId()));
            assertThat(status(first)).containsText("Отправлен в 1С");
            assertThat(onec.push()).contains("success");
            assertThat(status(first)).containsText("Подтверждён");
            onec.onec().act(String.valueOf(customer.onecId()), "revert");
            assertThat(onec.push()).contains("success");
            assertThat(status(first)).containsText("Открыт снова");
            assertThat(status(first)).containsText("Пинг-понг: 1 раз");
            assertThat(first.evaluate("window.stillTheSamePage")).isEqualTo(true);
        }
    }

    /** The shop's phone and 1C's name. */
    private static void choose(Page page) {
        assertThat(page.locator(".field-current h3")).containsText("Телефон");
        page.keyboard().press("1");
        assertThat(page.locator(".field-current h3")).containsText("Название компании");
        page.keyboard().press("3");
        assertThat(page.locator(".side-chosen")).hasCount(2);
    }

    /** Against the suggestion, so a reason is due. */
    private static void decide(Page page) {
        page.keyboard().press("Control+Enter");
        Locator why = page.locator("vaadin-dialog[opened]");
        assertThat(why).containsText("Почему не так, как предложено?");
        why.locator("textarea").fill("Подтверждено по телефону");
        why.locator("vaadin-button[theme~=primary]").click();
    }

    private static Page open(Chromium chromium, String user, long id) {
        Page page = chromium.as(user);
        chromium.open(page, "/conflicts/" + id);
        assertThat(page.locator(".field-review")).hasCount(2);
        return page;
    }

    private static Locator status(Page page) {
        return page.locator(".page-header-status");
    }

    private String phone(Customer customer) {
        return database.sql("SELECT phone FROM customer WHERE id = ?")
                .param(customer.id())
                .query(String.class)
                .single();
    }

    /** A quarter of an hour passes. */
    private void graceIsOver(long id, Customer customer) {
        database.sql("UPDATE customer_conflict SET hold_until = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        database.sql(
                        "UPDATE customer SET send_after = now() - interval '1 second' WHERE id = ? AND sync_state = 'PENDING'")
                .param(customer.id())
                .update();
        RunAs.system(() -> runs.runHere(
                RunRequest.of("customers.conflict-closing", RunTrigger.MANUAL, Actor.system()), RunWatcher.NONE));
    }

    private static byte[] document(Customer customer, String onecName) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <КоммерческаяИнформация ВерсияСхемы="3.1" ДатаФормирования="2026-11-25T09:00:00"><Контрагенты><Контрагент>
                <Ид>%s</Ид><Наименование>%2$s</Наименование><ОфициальноеНаименование>%2$s</ОфициальноеНаименование>
                <Роль>Покупатель</Роль><ИНН>%3$s</ИНН><КПП>%4$s</КПП>
                <Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>+7 495 777-00-01</Значение></Контакт></Контакты>
                </Контрагент></Контрагенты></КоммерческаяИнформация>
                """.formatted(customer.onecId(), onecName, customer.taxId(), customer.kpp())
                .getBytes(StandardCharsets.UTF_8);
    }
}
