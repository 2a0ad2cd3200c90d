package ru.freesport.console.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.catalog.MappingChange;
import ru.freesport.console.catalog.MappingOutcome;
import ru.freesport.console.catalog.Mappings;
import ru.freesport.console.catalog.PriceLevel;
import ru.freesport.console.catalog.Product;
import ru.freesport.console.catalog.Products;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.shared.Actor;

/** The rules of taking 1C's packets, shown on the whole pipeline with small exports. */
@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class ImportRulesTest {

    private static final String RETAIL = "3d1482c4-bd77-11e4-afc8-20cf3073dde3";

    @TempDir
    private Path folder;

    @Autowired
    private LocalFiles files;

    @Autowired
    private PacketImport imports;

    @Autowired
    private Runs runs;

    @Autowired
    private RunCounts counts;

    @Autowired
    private Products products;

    @Autowired
    private Mappings mappings;

    @Autowired
    private JdbcClient database;

    private String mark;
    private String warehouse;

    @BeforeEach
    void choose() {
        mark = SomeExport.mark();
        warehouse = mark + "-store";
    }

    @Test
    void whatAFullPacketDoesNotNameIsSwitchedOffAndItsStockIsZero() throws Exception {
        take(SomeExport.full(mark)
                .storage(warehouse, "Склад")
                .good("ball", "Мяч")
                .good("rope", "Скакалка")
                .offer("ball#red", "Мяч красный")
                .offer("rope#long", "Скакалка длинная")
                .rest("ball#red", warehouse, "5")
                .rest("rope#long", warehouse, "7"));
        take(SomeExport.full(mark)
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .rest("ball#red", warehouse, "5"));
        assertThat(product("ball").active()).isTrue();
        assertThat(product("rope").active()).isFalse();
        assertThat(product("rope").deleted()).isFalse();
        assertThat(product("rope").variants().getFirst().active()).isFalse();
        assertThat(quantity("rope")).isZero();
        assertThat(quantity("ball")).isEqualByComparingTo("5");
    }

    @Test
    void whatAPacketOfChangesDoesNotNameStaysAsItIs() throws Exception {
        take(SomeExport.ofChanges(mark)
                .storage(warehouse, "Склад")
                .good("ball", "Мяч")
                .good("rope", "Скакалка")
                .offer("rope#long", "Скакалка длинная")
                .rest("rope#long", warehouse, "7"));
        take(SomeExport.ofChanges(mark).good("ball", "Мяч футбольный"));
        assertThat(product("ball").name()).isEqualTo("Мяч футбольный");
        assertThat(product("rope").active()).isTrue();
        assertThat(quantity("rope")).isEqualByComparingTo("7");
    }

    @Test
    void aProductThatReturnsAfterItsAbsenceIsSwitchedOnAgain() throws Exception {
        take(SomeExport.full(mark).good("ball", "Мяч").good("rope", "Скакалка"));
        take(SomeExport.full(mark).good("ball", "Мяч"));
        assertThat(product("rope").active()).isFalse();
        RunView again = take(SomeExport.ofChanges(mark).good("rope", "Скакалка"));
        assertThat(product("rope").active()).isTrue();
        assertThat(counts.of(again.id()).get("goods").changed()).isEqualTo(1);
    }

    @Test
    void onlyTheWantedKindsOfAFullPacketMeanAnythingByTheirAbsence() throws Exception {
        take(SomeExport.full(mark).good("ball", "Мяч").good("rope", "Скакалка"));
        take(
                SomeExport.full(mark).good("ball", "Мяч").price("ball", RETAIL, "100", "руб"),
                EnumSet.of(ImportKind.PRICES));
        assertThat(product("rope").active()).isTrue();
    }

    @Test
    void aDeletionMarkSwitchesOffAndItsLossSwitchesOn() throws Exception {
        take(SomeExport.ofChanges(mark).good("ball", "Мяч", "<ПометкаУдаления>true</ПометкаУдаления>"));
        assertThat(product("ball").active()).isFalse();
        assertThat(product("ball").deleted()).isTrue();
        take(SomeExport.ofChanges(mark).good("ball", "Мяч", "<ПометкаУдаления>false</ПометкаУдаления>"));
        assertThat(product("ball").active()).isTrue();
    }

    @Test
    void anEmptyElementNeverErases() throws Exception {
        String property = "<ЗначенияСвойств><ЗначенияСвойства><Ид>" + mark + "-colour</Ид><Значение>%s</Значение>"
                + "</ЗначенияСвойства></ЗначенияСвойств>";
        take(SomeExport.ofChanges(mark)
                .group("balls", "Мячи")
                .property("colour", "Цвет " + mark, "red", "Красный")
                .good("ball", "Мяч", "<Артикул>M-1</Артикул><Описание>Круглый</Описание>" + property.formatted("red")));
        take(SomeExport.ofChanges(mark)
                .group("balls", "")
                .property("colour", "", "red", "")
                .good("ball", "", "<Артикул/><Описание/>" + property.formatted("")));
        Product ball = product("ball");
        assertThat(ball.name()).isEqualTo("Мяч");
        assertThat(ball.article()).isEqualTo("M-1");
        assertThat(ball.description()).isEqualTo("Круглый");
        assertThat(ball.properties()).extracting(Product.Property::name).containsExactly("Цвет " + mark);
        assertThat(ball.properties()).extracting(Product.Property::value).containsExactly("Красный");
        assertThat(database.sql("SELECT name FROM category WHERE onec_id = ?")
                        .param(mark + "-balls")
                        .query(String.class)
                        .single())
                .isEqualTo("Мячи");
    }

    @Test
    void theSamePacketTwiceChangesNothing() throws Exception {
        SomeExport export = SomeExport.full(mark)
                .storage(warehouse, "Склад")
                .group("balls", "Мячи")
                .property("colour", "Цвет", "red", "Красный")
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .price("ball#red", RETAIL, "1 012,50", "руб")
                .rest("ball#red", warehouse, "1,5");
        take(export);
        RunView second = take(export);
        assertThat(counts.of(second.id()).values()).noneMatch(KindCounts::changedAnything);
        assertThat(counts.of(second.id()).get("prices").unchanged()).isEqualTo(1);
    }

    @Test
    void whatComesBeforeItsParentIsParkedAndTakenWhenTheParentComes() throws Exception {
        RunView early = take(SomeExport.ofChanges(mark)
                .storage(warehouse, "Склад")
                .offer("ball#red", "Мяч красный")
                .price("ball#red", RETAIL, "990", "руб")
                .rest("ball#red", warehouse, "3"));
        assertThat(counts.of(early.id()).get("offers").parked()).isEqualTo(1);
        assertThat(counts.of(early.id()).get("prices").parked()).isEqualTo(1);
        assertThat(counts.of(early.id()).get("rests").parked()).isEqualTo(1);
        take(SomeExport.ofChanges(mark).good("ball", "Мяч"));
        assertThat(price("ball", PriceLevel.RETAIL)).isEqualByComparingTo("990");
        assertThat(quantity("ball")).isEqualByComparingTo("3");
        assertThat(waiting()).isZero();
    }

    @Test
    void aPriceOfAnUnknownTypeIsHeldAndJustItsRowIsTakenOnceItIsMapped() throws Exception {
        String type = mark + "-type";
        RunView run = take(SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .price("ball", RETAIL, "990", "руб")
                .price("ball", type, "770", "руб"));
        assertThat(counts.of(run.id()).get("prices").held()).isEqualTo(1);
        assertThat(counts.of(run.id()).get("prices").created()).isEqualTo(1);
        var level = mappings.levels().stream()
                .filter(source -> source.level() == PriceLevel.FEDERATION)
                .findFirst()
                .orElseThrow();
        assertThat(price("ball", PriceLevel.FEDERATION)).isEqualByComparingTo("990");

        MappingOutcome outcome = mappings.feed(PriceLevel.FEDERATION, type, level.version(), "новый тип");

        assertThat(outcome).isInstanceOfSatisfying(MappingOutcome.Done.class, done -> {
            RunView retry = runs.await(java.util.Objects.requireNonNull(done.runId()), Duration.ofSeconds(30));
            assertThat(retry.state()).isEqualTo(RunState.COMPLETED);
            assertThat(counts.of(retry.id()).get("prices").created()).isEqualTo(1);
        });
        assertThat(price("ball", PriceLevel.FEDERATION)).isEqualByComparingTo("770");
        assertThat(waiting()).isZero();
        assertThat(mappings.history(1)).first().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(MappingChange.Kind.PRICE_LEVEL);
            assertThat(change.runId()).isNotNull();
        });
        mappings.feed(PriceLevel.FEDERATION, null, level.version() + 1, "как было");
    }

    @Test
    void stockOfAnUnknownWarehouseIsHeldUntilItIsAccepted() throws Exception {
        RunView run = take(SomeExport.ofChanges(mark).good("ball", "Мяч").rest("ball", warehouse, "2.5"));
        assertThat(counts.of(run.id()).get("rests").held()).isEqualTo(1);
        MappingOutcome outcome = mappings.acceptWarehouse(warehouse, "Новый склад " + mark, 0, null);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MappingOutcome.Done.class,
                        done -> runs.await(java.util.Objects.requireNonNull(done.runId()), Duration.ofSeconds(30)));
        assertThat(quantity("ball")).isEqualByComparingTo("2.5");
        assertThat(product("ball").variants().getFirst().stock().getFirst().warehouse())
                .isEqualTo("Новый склад " + mark);
    }

    @Test
    void stockOfAWarehouseThatIsIgnoredWaitsForNothing() throws Exception {
        take(SomeExport.ofChanges(mark).good("ball", "Мяч").rest("ball", warehouse, "2"));
        assertThat(waiting()).isEqualTo(1);
        MappingOutcome outcome = mappings.ignoreWarehouse(warehouse, true, 0, null);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MappingOutcome.Done.class,
                        done -> runs.await(java.util.Objects.requireNonNull(done.runId()), Duration.ofSeconds(30)));
        assertThat(waiting()).isZero();
        RunView again = take(SomeExport.ofChanges(mark).rest("ball", warehouse, "3"));
        assertThat(counts.of(again.id()).get("rests").held()).isZero();
        assertThat(product("ball").variants())
                .allMatch(variant -> variant.stock().isEmpty());
    }

    @Test
    void brandsAndPropertiesOfOneNameAreOneAndKeepAllTheirIds() throws Exception {
        String brand = "Brand " + mark;
        take(SomeExport.ofChanges(mark)
                .property("one", "Материал " + mark, "a", "Хлопок")
                .property("two", "материал  " + mark.toUpperCase(java.util.Locale.ROOT), "b", "Лён")
                .property(
                        "brand", "Бренд", mark + "-b1", brand, mark + "-b2", brand.toUpperCase(java.util.Locale.ROOT)));
        assertThat(number(
                        "SELECT count(DISTINCT property_id) FROM property_onec_id WHERE onec_id IN (?, ?)",
                        mark + "-one",
                        mark + "-two"))
                .isEqualTo(1);
        assertThat(number(
                        "SELECT count(DISTINCT brand_id) FROM brand_onec_id WHERE onec_id IN (?, ?)",
                        mark + "-b1",
                        mark + "-b2"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM brand_onec_id WHERE onec_id LIKE ?", mark + "-b%"))
                .isEqualTo(2);
    }

    @Test
    void aPlainIdMakesTheVariantThatStandsForItsProduct() throws Exception {
        take(SomeExport.ofChanges(mark).good("ball", "Мяч").price("ball", RETAIL, "990", "руб"));
        assertThat(product("ball").variants()).singleElement().satisfies(variant -> {
            assertThat(variant.standsForProduct()).isTrue();
            assertThat(variant.onecId()).isEqualTo(mark + "-ball");
        });
        take(SomeExport.ofChanges(mark).offer("ball", "Мяч, предложение"));
        assertThat(product("ball").variants()).singleElement().satisfies(variant -> {
            assertThat(variant.standsForProduct()).isFalse();
            assertThat(variant.name()).isEqualTo("Мяч, предложение");
        });
        assertThat(price("ball", PriceLevel.RETAIL)).isEqualByComparingTo("990");
    }

    @Test
    void aCompositeIdLeadsToItsProductAndKeepsPricesApart() throws Exception {
        take(SomeExport.ofChanges(mark)
                .good("ball", "Мяч")
                .offer("ball#red", "Мяч красный")
                .offer("ball#blue", "Мяч синий")
                .price("ball#red", RETAIL, "990", "руб")
                .price("ball#blue", RETAIL, "1090", "руб"));
        assertThat(product("ball").variants())
                .extracting(Product.Variant::name)
                .containsExactlyInAnyOrder("Мяч красный", "Мяч синий");
        assertThat(product("ball").variants())
                .extracting(variant -> variant.prices().getFirst().amount())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(new BigDecimal("990"), new BigDecimal("1090"));
    }

    @Test
    void aPriceWithoutACurrencyHasThatOfItsTypeAndAWordNobodyKnowsIsNotTaken() throws Exception {
        String type = mark + "-usd";
        take(SomeExport.ofChanges(mark)
                .priceType(type, "Доллары " + mark, "USD")
                .good("ball", "Мяч")
                .good("rope", "Скакалка"));
        map(type);
        RunView run = take(
                SomeExport.ofChanges(mark).price("ball", type, "10", "").price("rope", type, "12", "усл. единица"));
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_REJECTS);
        assertThat(database.sql("""
                        SELECT x.currency FROM price x JOIN variant v ON v.id = x.variant_id
                        JOIN price_type t ON t.id = x.price_type_id WHERE t.onec_id = ?""").param(type).query(String.class).list()).containsExactly("USD");
        unmap();
    }

    @Test
    void stockMayBeFractional() throws Exception {
        take(SomeExport.ofChanges(mark)
                .storage(warehouse, "Склад")
                .good("rope", "Верёвка")
                .rest("rope", warehouse, "12,375"));
        assertThat(quantity("rope")).isEqualByComparingTo("12.375");
    }

    private void map(String type) {
        var level = federation();
        assertThat(mappings.feed(PriceLevel.FEDERATION, type, level.version(), "проверка"))
                .isInstanceOf(MappingOutcome.Done.class);
    }

    private void unmap() {
        mappings.feed(PriceLevel.FEDERATION, null, federation().version(), "как было");
    }

    private ru.freesport.console.catalog.LevelSource federation() {
        return mappings.levels().stream()
                .filter(source -> source.level() == PriceLevel.FEDERATION)
                .findFirst()
                .orElseThrow();
    }

    private RunView take(SomeExport export) throws Exception {
        return take(export, EnumSet.allOf(ImportKind.class));
    }

    private RunView take(SomeExport export, Set<ImportKind> kinds) throws Exception {
        long packet = files.store(export.into(folder), Door.COMMAND_LINE, Actor.commandLine(), (_, _) -> {});
        RunView run = runs.runHere(
                imports.wholePacket(
                        packet, kinds, RunTrigger.COMMAND_LINE, Actor.commandLine(), false, null, "rules " + mark),
                RunWatcher.NONE);
        assertThat(run.errorMessage()).isNull();
        return run;
    }

    private Product product(String id) {
        return products.find(mark + "-" + id).orElseThrow();
    }

    private BigDecimal price(String id, PriceLevel level) {
        return product(id).variants().getFirst().prices().stream()
                .filter(price -> price.level() == level)
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private BigDecimal quantity(String id) {
        return product(id).variants().stream()
                .flatMap(variant -> variant.stock().stream())
                .map(Product.Stock::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rows of this test's export that still wait. */
    private long waiting() {
        return number("SELECT count(*) FROM untaken_row WHERE row_key LIKE ? AND resolved_at IS NULL", mark + "%");
    }

    private long number(String sql, Object... values) {
        return database.sql(sql).params(values).query(Long.class).single();
    }
}
