package ru.freesport.console.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
@WithMockUser(username = "operations", roles = "OPERATIONS")
class MappingsTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Mappings mappings;

    @Autowired
    private Products products;

    private SomeCatalog some;

    @BeforeEach
    void begin() {
        some = new SomeCatalog(dataSource);
    }

    @Test
    void aSourceInUseChangesOnlyWithAReasonAndIsWrittenDown() {
        some.priceType("new", "Новый " + some.mark);
        LevelSource before = level(PriceLevel.MINIMUM);
        assertThat(mappings.feed(PriceLevel.MINIMUM, some.id("new"), before.version(), " "))
                .isEqualTo(new MappingOutcome.Refused(MappingOutcome.Why.REASON_MISSING));
        assertThat(mappings.feed(PriceLevel.MINIMUM, some.id("new"), before.version(), "1С сменила вид"))
                .isInstanceOf(MappingOutcome.Done.class);
        assertThat(level(PriceLevel.MINIMUM).priceTypeOnecId()).isEqualTo(some.id("new"));
        assertThat(mappings.history(1)).singleElement().satisfies(change -> {
            assertThat(change.actor().name()).isEqualTo("operations");
            assertThat(change.to()).isEqualTo("Новый " + some.mark);
            assertThat(change.reason()).isEqualTo("1С сменила вид");
        });
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE subject = 'price_level:MINIMUM' AND became = ?")
                        .param(some.id("new"))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        mappings.feed(PriceLevel.MINIMUM, before.priceTypeOnecId(), before.version() + 1, "как было");
    }

    @Test
    void whoeverComesSecondIsToldWhatTheFirstDid() {
        some.priceType("one", "Один " + some.mark).priceType("two", "Два " + some.mark);
        LevelSource seen = level(PriceLevel.MINIMUM);
        mappings.feed(PriceLevel.MINIMUM, some.id("one"), seen.version(), "первый");
        assertThat(mappings.feed(PriceLevel.MINIMUM, some.id("two"), seen.version(), "второй"))
                .isInstanceOfSatisfying(
                        MappingOutcome.Clash.class,
                        clash -> assertThat(clash.theirs().to()).isEqualTo("Один " + some.mark));
        assertThat(level(PriceLevel.MINIMUM).priceTypeOnecId()).isEqualTo(some.id("one"));
        mappings.feed(PriceLevel.MINIMUM, seen.priceTypeOnecId(), seen.version() + 1, "как было");
    }

    @Test
    void aTypeThatFeedsALevelCannotBeIgnored() {
        assertThat(mappings.ignorePriceType(level(PriceLevel.RETAIL).priceTypeOnecId(), true, 0, "зачем он"))
                .isInstanceOf(MappingOutcome.Refused.class);
        some.priceType("spare", "Лишний");
        long open = mappings.openQuestions();
        assertThat(mappings.ignorePriceType(some.id("spare"), true, 0, "не нужен"))
                .isInstanceOf(MappingOutcome.Done.class);
        assertThat(mappings.openQuestions()).isEqualTo(open - 1);
    }

    @Test
    void aWarehouseThatLosesItsLastIdNoLongerCountsAndCountsAgainWhenItComesBack() {
        some.product("ball", "Мяч")
                .price("ball", SomeCatalog.RETAIL, "1")
                .warehouse("old", "Старый " + some.mark)
                .warehouse("new", "Новый " + some.mark)
                .stock("ball", "old", "5");
        int old = warehouse("Старый ").id();
        int fresh = warehouse("Новый ").id();
        assertThat(mappings.joinWarehouse(some.id("old"), fresh, 0, null))
                .isEqualTo(new MappingOutcome.Refused(MappingOutcome.Why.REASON_MISSING));
        assertThat(mappings.joinWarehouse(some.id("old"), fresh, 0, "переехал"))
                .isInstanceOf(MappingOutcome.Done.class);
        assertThat(warehouse("Старый ").active()).isFalse();
        assertThat(stock().counts()).isFalse();
        assertThat(stock().warehouse()).isEqualTo("Старый " + some.mark);
        assertThat(mappings.joinWarehouse(some.id("old"), old, 1, "ошибка")).isInstanceOf(MappingOutcome.Done.class);
        assertThat(stock().counts()).isTrue();
    }

    @Test
    void anIdThat1cNamesInTheMeantimeIsNotOverwritten() {
        some.product("ball", "Мяч").price("ball", SomeCatalog.RETAIL, "1").stock("ball", "late", "1");
        long seen = use("late").version();
        some.warehouse("late", "Назван в 1С " + some.mark);
        assertThat(mappings.acceptWarehouse(some.id("late"), "Моё имя", seen, null))
                .isEqualTo(new MappingOutcome.Clash(null));
        assertThat(use("late").warehouseName()).isEqualTo("Назван в 1С " + some.mark);
    }

    @Test
    void theNameOfATypeOnlySuggestsALevel() {
        assertThat(PriceLevelGuess.of("Опт 1 (300-600 тыс.руб в квартал)")).contains(PriceLevel.WHOLESALE1);
        assertThat(PriceLevelGuess.of("Оптовая-3")).contains(PriceLevel.WHOLESALE3);
        assertThat(PriceLevelGuess.of("РРЦ")).contains(PriceLevel.RECOMMENDED);
        assertThat(PriceLevelGuess.of("Тренерская")).contains(PriceLevel.TRAINER);
        assertThat(PriceLevelGuess.of("Закупочная")).isEmpty();
        assertThat(PriceLevelGuess.of(null)).isEmpty();
    }

    @Test
    @WithMockUser(username = "manager", roles = "MANAGER")
    void aManagerSeesButDoesNotDecide() {
        assertThat(mappings.levels()).hasSize(PriceLevel.values().length);
        assertThatThrownBy(() -> mappings.ignoreWarehouse("any", true, 0, "x"))
                .isInstanceOf(AccessDeniedException.class);
    }

    private LevelSource level(PriceLevel level) {
        return mappings.levels().stream()
                .filter(source -> source.level() == level)
                .findFirst()
                .orElseThrow();
    }

    private Warehouse warehouse(String name) {
        return mappings.warehouses().stream()
                .filter(one -> one.name().equals(name + some.mark))
                .findFirst()
                .orElseThrow();
    }

    private WarehouseUse use(String id) {
        return mappings.warehouseIds().stream()
                .filter(use -> use.onecId().equals(some.id(id)))
                .findFirst()
                .orElseThrow();
    }

    private Product.Stock stock() {
        return products.find(some.id("ball"))
                .orElseThrow()
                .variants()
                .getFirst()
                .stock()
                .getFirst();
    }
}
