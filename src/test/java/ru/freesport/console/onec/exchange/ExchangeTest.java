package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.access.Accounts;
import ru.freesport.console.access.Role;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.access.SomeAccounts;
import ru.freesport.console.jobs.Lease;
import ru.freesport.console.jobs.Leases;
import ru.freesport.console.onec.packet.SomeZip;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.shared.Actor;

/** The protocol byte by byte, as 1C sees it. */
@ConsoleTest
class ExchangeTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int FILE_LIMIT = 1_048_576;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Leases leases;

    @LocalServerPort
    private int port;

    private String account = "";

    @BeforeEach
    void anExchangeAccount() {
        account = SomeAccounts.fresh(application, Role.EXCHANGE);
    }

    @Test
    void checkauthGivesCookieSessidAndTime() throws Exception {
        HttpResponse<byte[]> reply = client().checkAuth();

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(new String(reply.body(), StandardCharsets.US_ASCII))
                .matches("success\nFREESPORT_EXCHANGE\n[0-9a-f]{64}\nsessid=[0-9a-f]{64}\ntimestamp=\\d{10}");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/plain;charset=windows-1251");
        assertThat(reply.headers().firstValue("Content-Length")).hasValue(String.valueOf(reply.body().length));
        assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("FREESPORT_EXCHANGE=")
                .contains("HttpOnly");
    }

    @Test
    void theDatabaseKnowsNeitherCookieNorSessid() throws Exception {
        String[] lines = Some1C.text(client().checkAuth()).split("\n");

        for (String secret : List.of(lines[2], lines[3].substring("sessid=".length()))) {
            assertThat(database.sql("SELECT count(*) FROM exchange_session s WHERE s::text LIKE ?")
                            .param("%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(database.sql("SELECT count(*) FROM partner_call c WHERE concat(request_head, response_head,"
                                    + " convert_from(response_body, 'UTF8')) LIKE ?")
                            .param("%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInWindows1251() throws Exception {
        HttpResponse<byte[]> reply = new Some1C(port, account, "wrong").checkAuth();

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo(("failure\nНеверное имя или пароль учётной записи обмена, либо она временно заблокирована."
                                + " Проверьте настройки обмена в 1С.")
                        .getBytes(WINDOWS_1251));
        assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void anAccountOfAPersonIsNoExchangeAccount() throws Exception {
        String person = SomeAccounts.fresh(application, Role.ADMIN);

        assertThat(new Some1C(port, person, SomeAccounts.PASSWORD).checkAuth().statusCode())
                .isEqualTo(401);
    }

    @Test
    void initTellsZipAndLimit() throws Exception {
        Some1C client = client();
        client.checkAuth();

        assertThat(client.call("type=catalog&mode=init").body())
                .isEqualTo("zip=yes\nfile_limit=1048576".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void otherTypesAndModesAreRefusedClearly() throws Exception {
        Some1C client = client().begun();

        assertThat(client.get("type=crm&mode=query"))
                .isEqualTo("failure\nТип обмена «crm» здесь не поддерживается."
                        + " Настройте в 1С обмен каталогом (type=catalog) и заказами (type=sale).");
        assertThat(client.get("type=catalog&mode=drop"))
                .isEqualTo("failure\nРежим «drop» для type=catalog не поддерживается."
                        + " Известны checkauth, init, file, import, deactivate, complete.");
        assertThat(client.get("")).startsWith("failure\nТип обмена «»");
    }

    @Test
    void aDisabledAccountLosesItsSession() throws Exception {
        Some1C client = client().begun();
        RunAs.actor(Actor.commandLine(), () -> {
            application.getBean(Accounts.class).disable(account, "for a test");
        });

        assertThat(client.get("type=catalog&mode=init"))
                .isEqualTo("failure\nСеанс обмена не найден или истёк. Начните обмен заново с checkauth.");
    }

    @Test
    void aFileWhosePartsAreGoneIsAskedForAgain() throws Exception {
        Some1C client = client().begun();
        byte[] units = units(code());
        assertThat(client.file("units.xml", units)).isEqualTo("success");
        database.sql("DELETE FROM blob WHERE id IN (SELECT blob_id FROM exchange_upload u JOIN exchange_session s"
                        + " ON s.id = u.session_id WHERE s.account = ?)")
                .param(account)
                .update();

        assertThat(client.get("type=catalog&mode=import&filename=units.xml"))
                .isEqualTo("failure\nПринятые части файла units.xml не сохранились. Пришлите файл ещё раз с начала.");
        assertThat(client.file("units.xml", units)).isEqualTo("success");
    }

    @Test
    void withoutItsCookieOrWithAnotherSessidNothingIsAnswered() throws Exception {
        String unknown = "failure\nСеанс обмена не найден или истёк. Начните обмен заново с checkauth.";
        assertThat(client().get("type=catalog&mode=init")).isEqualTo(unknown);
        assertThat(client().begun()
                        .withCookie("FREESPORT_EXCHANGE=" + "0".repeat(64))
                        .get("type=catalog&mode=init"))
                .isEqualTo(unknown);
        assertThat(client().begun().withSessid("0".repeat(64)).get("type=catalog&mode=init"))
                .isEqualTo("failure\nПараметр sessid не подходит к сеансу обмена. Начните обмен заново с checkauth.");
    }

    @Test
    void anExpiredSessionIsUnknown() throws Exception {
        Some1C client = client().begun();
        database.sql("UPDATE exchange_session SET last_seen = now() - interval '3 hours' WHERE account = ?")
                .param(account)
                .update();

        assertThat(client.get("type=catalog&mode=init")).startsWith("failure\nСеанс обмена не найден");
    }

    @Test
    void aFileNeedsInit() throws Exception {
        Some1C client = client();
        client.checkAuth();

        assertThat(client.file("units.xml", units("1")))
                .isEqualTo("failure\nОбмен не начат: сначала вызовите mode=init.");
    }

    @Test
    void aFileInPartsIsPutTogetherByteByByte() throws Exception {
        byte[] bytes = noise(300_001);
        Some1C client = client().begun();

        client.inParts("import_files/01/a.jpg", bytes, 65_536);
        assertThat(client.importFile("import_files/01/a.jpg")).isEqualTo("success");

        assertThat(stored("import_files/01/a.jpg")).isEqualTo(bytes);
    }

    @Test
    void aPartThatComesTwiceIsTakenOnce() throws Exception {
        byte[] first = noise(65_536);
        byte[] second = noise(40_000);
        Some1C client = client().begun();

        assertThat(client.file("a.jpg", first)).isEqualTo("success");
        assertThat(client.file("a.jpg", first)).isEqualTo("success");
        assertThat(client.file("a.jpg", second)).isEqualTo("success");
        client.importFile("a.jpg");

        assertThat(stored("a.jpg")).isEqualTo(concat(first, second));
        assertThat(notes()).containsExactly("часть пришла повторно и не добавлена");
    }

    @Test
    void aBodyShorterThanAnnouncedLeavesNothingOfItself() throws Exception {
        byte[] first = noise(50_000);
        byte[] second = noise(60_000);
        Some1C client = client().begun();
        client.file("a.jpg", first);

        assertThat(client.announcing("a.jpg", 60_000, Arrays.copyOf(second, 1000)))
                .matches("failure\nТело запроса неполное: файл a\\.jpg, ожидалось байт 60\\W000, получено \\d.*"
                        + " Эта часть не сохранена, пришлите её ещё раз\\.");
        assertThat(client.file("a.jpg", second)).isEqualTo("success");
        client.importFile("a.jpg");

        assertThat(stored("a.jpg")).isEqualTo(concat(first, second));
    }

    @Test
    void aBodyOverTheLimitIsCutOffWhetherAnnouncedOrNot() throws Exception {
        Some1C client = client().begun();
        String tooLarge = "failure\nЧасть файла a.jpg больше допустимых 1\u00A0048\u00A0576 байт. Она не сохранена.";

        assertThat(client.file("a.jpg", noise(FILE_LIMIT + 1))).isEqualTo(tooLarge);
        assertThat(client.chunked("a.jpg", new ByteArrayInputStream(noise(FILE_LIMIT + 1))))
                .isEqualTo(tooLarge);
        byte[] fits = noise(FILE_LIMIT);
        assertThat(client.chunked("a.jpg", new ByteArrayInputStream(fits))).isEqualTo("success");
        client.importFile("a.jpg");

        assertThat(stored("a.jpg")).isEqualTo(fits);
    }

    @Test
    void aSessionHasALimitOfItsOwn() throws Exception {
        Some1C client = client().begun();
        for (int i = 0; i < 4; i++) {
            assertThat(client.file(i + ".jpg", noise(FILE_LIMIT - i))).isEqualTo("success");
        }

        assertThat(client.file("more.jpg", noise(1000)))
                .isEqualTo("failure\nСеанс обмена превысил 4\u00A0194\u00A0304 байт, файл more.jpg не принят.");
    }

    @Test
    void anEmptyBodyAGetAndABadNameAreRefused() throws Exception {
        Some1C client = client().begun();

        assertThat(client.file("a.xml", new byte[0])).isEqualTo("failure\nПустое тело запроса: файл a.xml не принят.");
        assertThat(client.chunked("a.xml", new ByteArrayInputStream(new byte[0])))
                .isEqualTo("failure\nПустое тело запроса: файл a.xml не принят.");
        assertThat(client.get("type=catalog&mode=file&filename=a.xml"))
                .isEqualTo("failure\nФайл передаётся методом POST, а пришёл GET.");
        assertThat(client.file("..", noise(5))).isEqualTo("failure\nИмя файла «..» недопустимо.");
        assertThat(client.file("", noise(5))).isEqualTo("failure\nНе указано имя файла (параметр filename).");
    }

    @Test
    void anImportSaysSuccessWhenTheDataIsIn() throws Exception {
        String code = code();
        Some1C client = client().begun();
        client.file("units.xml", units(code));

        assertThat(client.importFile("units.xml")).isEqualTo("success");
        assertThat(unitsStored(code)).isEqualTo(1);
        assertThat(client.importFile("units.xml")).isEqualTo("success");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void aFileSentAgainAfterItsImportIsANewFile() throws Exception {
        String first = code();
        String second = code();
        Some1C client = client().begun();
        client.file("units.xml", units(first));
        client.importFile("units.xml");
        client.file("units.xml", units(second));

        assertThat(client.importFile("units.xml")).isEqualTo("success");
        assertThat(unitsStored(second)).isEqualTo(1);
        assertThat(runs()).hasSize(2);
    }

    @Test
    void aBrokenFileIsAFailureWithItsNameAndLine() throws Exception {
        Some1C client = client().begun();
        client.file(
                "goods.xml",
                "<КоммерческаяИнформация ВерсияСхемы=\"3.1\">\n<Каталог>\n<Товары></Каталог>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(client.importFile("goods.xml"))
                .startsWith("failure\nФайл goods.xml не загружен: goods.xml:3: ")
                .matches("(?s).*Запуск № \\d+\\.");
        assertThat(client.importFile("goods.xml")).startsWith("failure\n");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void aFileNobodySentIsAFailure() throws Exception {
        Some1C client = client().begun();

        assertThat(client.importFile("goods.xml")).isEqualTo("failure\nФайл goods.xml в этом сеансе не передавался.");
        client.file("v8.zip", new SomeZip().with("units.xml", units(code())).bytes());
        assertThat(client.importFile("goods.xml")).isEqualTo("failure\nФайл goods.xml в этом сеансе не передавался.");
    }

    @Test
    void anArchiveInPartsAndInVolumesIsImportedByTheNamesInside() throws Exception {
        String first = code();
        byte[] zip = new SomeZip()
                .with("export/units.xml", units(first))
                .with("noise.bin", noise(200_000))
                .bytes();
        Some1C client = client().begun();
        client.inParts("v8_1A.zip", zip, 65_536);
        assertThat(client.importFile("units.xml")).isEqualTo("success");
        assertThat(unitsStored(first)).isEqualTo(1);

        String second = code();
        byte[] other = new SomeZip()
                .with("noise.bin", noise(100_000))
                .with("units.xml", units(second))
                .bytes();
        Some1C again = client().begun();
        again.file("v8_2B.z01", Arrays.copyOf(other, 60_000));
        again.file("v8_2B.zip", Arrays.copyOfRange(other, 60_000, other.length));
        assertThat(again.importFile("units.xml")).isEqualTo("success");
        assertThat(unitsStored(second)).isEqualTo(1);
    }

    @Test
    void anArchiveMayBeImportedByItsOwnName() throws Exception {
        String code = code();
        Some1C client = client().begun();
        client.file("v8.zip", new SomeZip().with("units.xml", units(code)).bytes());

        assertThat(client.importFile("v8.zip")).isEqualTo("success");
        assertThat(unitsStored(code)).isEqualTo(1);
    }

    @Test
    void aDangerousArchiveIsAFailureWithItsReason() throws Exception {
        Some1C client = client().begun();
        client.file(
                "slip.zip", new SomeZip().with("../units.xml", units(code())).bytes());
        assertThat(client.importFile("units.xml")).startsWith("failure\nФайл units.xml не загружен: slip.zip:");

        Some1C other = client().begun();
        other.file(
                "bomb.zip",
                new SomeZip().with("units.xml", new byte[60_000_000]).bytes());
        assertThat(other.importFile("units.xml")).startsWith("failure\nФайл units.xml не загружен: bomb.zip:");
    }

    @Test
    void whileAnImportIsAtWorkItSaysProgressAndNoOtherExchangeBegins() throws Exception {
        String code = code();
        Some1C client = client().begun();
        client.file("units.xml", units(code));
        Lease taken = catalogLease();
        try {
            assertThat(client.importFile("units.xml"))
                    .matches("progress\nФайл units\\.xml ждёт очереди, запуск № \\d+\\.");

            Some1C second = client();
            second.checkAuth();
            assertThat(second.get("type=catalog&mode=init"))
                    .matches("failure\nОбмен уже идёт: начат \\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d, работает"
                            + " запуск № \\d+\\. Дождитесь его окончания и повторите\\.");
        } finally {
            leases.release(taken);
        }
        // the answer to the first call may have been lost: the same run is found again
        assertThat(client.importFile("units.xml")).isEqualTo("success");
        assertThat(unitsStored(code)).isEqualTo(1);
        assertThat(runs()).hasSize(1);
    }

    @Test
    void anIdleExchangeGivesWayToANewerOne() throws Exception {
        Some1C first = client().begun();
        Some1C second = client().begun();

        assertThat(first.file("a.jpg", noise(10)))
                .isEqualTo(
                        "failure\nЭтот сеанс прерван: учётная запись начала новый обмен. Начните заново с checkauth.");
        assertThat(second.file("a.jpg", noise(10))).isEqualTo("success");
    }

    @Test
    void deactivateAndCompleteEndThePacketOnce() throws Exception {
        Some1C client = client().begun();
        client.file("units.xml", units(code()));
        client.importFile("units.xml");

        assertThat(client.get("type=catalog&mode=deactivate")).isEqualTo("failure\nНе указан параметр timestamp.");
        assertThat(client.get("type=catalog&mode=deactivate&timestamp=1700000000"))
                .isEqualTo("success");
        assertThat(client.get("type=catalog&mode=complete")).isEqualTo("success");
        assertThat(client.get("type=catalog&mode=complete")).isEqualTo("success");
        assertThat(runs()).hasSize(2);
    }

    @Test
    void everyCallIsRecordedWithItsAnswer() throws Exception {
        Some1C client = client().begun();
        client.file("a.jpg", noise(1234));

        assertThat(database.sql("SELECT operation || ' ' || request_size || ' ' || convert_from(response_body, 'UTF8')"
                                + " FROM partner_call WHERE actor = ?"
                                + " ORDER BY id")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("catalog/checkauth 0 success", "catalog/init 0 zip=yes", "catalog/file 1234 success");
    }

    private Some1C client() {
        return new Some1C(port, account, SomeAccounts.PASSWORD);
    }

    private Lease catalogLease() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var lease = leases.tryAcquire("catalog", "a test", Duration.ofMinutes(2));
            if (lease.isPresent()) {
                return lease.get();
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the catalogue is busy");
    }

    private byte[] stored(String path) throws Exception {
        String sha256 =
                database.sql("""
                        SELECT f.sha256 FROM packet_file f JOIN packet p ON p.id = f.packet_id
                        WHERE p.actor_name = ? AND f.path = ?
                        """).params(account, path).query(String.class).single();
        try (var content = blobs.open(sha256)) {
            return content.readAllBytes();
        }
    }

    private List<String> notes() {
        return database.sql(
                        "SELECT split_part(response_head, E'\\n', 2) FROM partner_call WHERE actor = ? AND response_head LIKE E'%\\n%'")
                .param(account)
                .query(String.class)
                .list();
    }

    private List<Long> runs() {
        return database.sql("SELECT id FROM job_run WHERE actor_name = ?")
                .param(account)
                .query(Long.class)
                .list();
    }

    private long unitsStored(String code) {
        return database.sql("SELECT count(*) FROM unit WHERE code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static byte[] units(String code) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<КоммерческаяИнформация ВерсияСхемы=\"3.1\"><Классификатор СодержитТолькоИзменения=\"true\">"
                        + "<Ид>1</Ид><Наименование>К</Наименование><ЕдиницыИзмерения><ЕдиницаИзмерения><Ид>" + code
                        + "</Ид><Код>" + code + "</Код><НаименованиеКраткое>т" + code + "</НаименованиеКраткое>"
                        + "</ЕдиницаИзмерения></ЕдиницыИзмерения></Классификатор></КоммерческаяИнформация>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
