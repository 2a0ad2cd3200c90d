package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;

@ConsoleTest
@WithMockUser(username = "olga", roles = "OPERATIONS")
class CounterpartyImportTest {

    private final String id = UUID.randomUUID().toString();
    private final String phone = "8 (916) " + (100 + ThreadLocalRandom.current().nextInt(900)) + "-"
            + (1000 + ThreadLocalRandom.current().nextInt(9000));

    @Autowired
    private SomeImports imports;

    @Autowired
    private RunCounts counts;

    @Autowired
    private UntakenRows rows;

    @Autowired
    private Runs runs;

    @Autowired
    private JdbcClient database;

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        String file = person(id, "Королёва Анна Игоревна", "");
        RunView first = imports.counterparties(file);
        assertThat(first.state()).isEqualTo(RunState.COMPLETED);
        assertThat(count(first)).isEqualTo(new KindCounts(1, 1, 0, 0, 0, 0, 0));
        assertThat(count(imports.counterparties(file))).isEqualTo(new KindCounts(1, 0, 0, 1, 0, 0, 0));
        assertThat(database.sql("""
                                SELECT type || '|' || last_name || '|' || first_name || '|' || middle_name || '|' || origin
                                FROM customer WHERE onec_id = ?""").param(id).query(String.class).single())
                .isEqualTo("PERSON|Королёва|Анна|Игоревна|ONEC");
    }

    @Test
    void aDryRunLeavesNobody() throws Exception {
        RunView dry = imports.dryCounterparties(person(id, "Королёва Анна", ""));
        assertThat(count(dry).created()).isOne();
        assertThat(customers()).isZero();
    }

    @Test
    void whoSellsToUsIsNoCustomer() throws Exception {
        RunView run = imports.counterparties(
                person(id, "Королёва Анна", "").replace("<Роль>Покупатель</Роль>", "<Роль>Поставщик</Роль>"));
        assertThat(count(run)).isEqualTo(new KindCounts(1, 0, 0, 1, 0, 0, 0));
        assertThat(customers()).isZero();
        assertThat(runs.events(run.id())).anyMatch(event -> event.message().equals("onec.event.notBuyers"));
    }

    @Test
    void aMalformedValueIsKeptOutAndStaysAmongTheProblemsUntilItIsMended() throws Exception {
        String bad = person(id, "Королёва Анна", "<Контакт><Тип>Почта</Тип><Значение>нет</Значение></Контакт>");
        RunView run = imports.counterparties(bad);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        UntakenView row = open().getFirst();
        assertThat(row.reason()).isEqualTo("EMAIL_MALFORMED");
        assertThat(customers()).isOne();
        imports.counterparties(bad);
        assertThat(open())
                .as("the same file again neither doubles nor forgets it")
                .hasSize(1);
        imports.counterparties(
                person(id, "Королёва Анна", "<Контакт><Тип>Почта</Тип><Значение>a@mail.ru</Значение></Контакт>"));
        assertThat(open()).isEmpty();
    }

    @Test
    void theKindOfBuyerIsReadFromThePapers() throws Exception {
        imports.counterparties("""
                <Контрагент><Ид>%1$s-a</Ид><Наименование>Старт</Наименование><ОфициальноеНаименование>ООО "Старт"</ОфициальноеНаименование><Роль>Покупатель</Роль></Контрагент>
                <Контрагент><Ид>%1$s-b</Ид><Наименование>Белов ИП</Наименование><ПолноеНаименование>ИП Белов Игорь Семёнович</ПолноеНаименование><Роль>Покупатель</Роль></Контрагент>
                <Контрагент><Ид>%1$s-c</Ид><Наименование>Типография</Наименование><ПолноеНаименование>Типов Пётр</ПолноеНаименование><Роль>Покупатель</Роль></Контрагент>
                """.formatted(id));
        assertThat(database.sql("SELECT type || ' ' || coalesce(last_name, '-') FROM customer WHERE onec_id LIKE ?"
                                + " ORDER BY onec_id")
                        .param(id + "%")
                        .query(String.class)
                        .list())
                .containsExactly("COMPANY -", "SOLE_PROPRIETOR Белов", "PERSON Типов");
    }

    @Test
    void aHostileNameIsOnlyAName() throws Exception {
        String hostile = "&lt;script&gt;alert(1)&lt;/script&gt; =cmd()\u202E " + "Ы".repeat(3000);
        RunView run = imports.counterparties("<Контрагент><Ид>" + id + "</Ид><ОфициальноеНаименование>" + hostile
                + "</ОфициальноеНаименование><Роль>Покупатель</Роль></Контрагент>");
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(database.sql("SELECT company_name FROM customer WHERE onec_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("<script>alert(1)</script> =cmd()");
    }

    @Test
    void aBrokenFileKeepsWhatStoodBeforeTheBreak() throws Exception {
        RunView run = imports.counterparties(person(id, "Королёва Анна", "") + "<Контрагент><Ид>x</Контрагент>");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(customers()).isOne();
    }

    private String person(String onecId, String name, String contacts) {
        return "<Контрагент><Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>" + phone
                + "</Значение></Контакт>" + contacts + "</Контакты><ПолноеНаименование>" + name
                + "</ПолноеНаименование><Роль>Покупатель</Роль><Ид>" + onecId + "</Ид></Контрагент>";
    }

    private KindCounts count(RunView run) {
        return counts.of(run.id()).get(ImportKind.CONTRAGENTS.code());
    }

    private int customers() {
        return database.sql("SELECT count(*) FROM customer WHERE onec_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private List<UntakenView> open() {
        List<Long> run = database.sql("""
                        SELECT DISTINCT run_id FROM untaken_row
                        WHERE kind = 'contragents' AND row_key LIKE ? AND resolved_at IS NULL""").param(id + "%").query(Long.class).list();
        return run.stream()
                .flatMap(one -> rows.page(UntakenFilter.ofRun(one), null, 10).stream())
                .filter(one -> one.resolution() == null)
                .toList();
    }
}
