package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommerceMlKindTest {

    @ParameterizedTest
    @CsvSource({
        "goods.xml, GOODS",
        "goods_1_1_0f8e.xml, GOODS",
        "GOODS.XML, GOODS",
        "import0_28.xml, GOODS",
        "import___5d0c7f7e.xml, GOODS",
        "propertiesGoods_1_5_41ab.xml, PROPERTIES_GOODS",
        "propertiesoffers_1_1_x.xml, PROPERTIES_OFFERS",
        "offers0_1.xml, OFFERS",
        "prices.xml, PRICES",
        "priceLists.xml, PRICE_LISTS",
        "rests_1_1.xml, RESTS",
        "storages.xml, STORAGES",
        "units/units.xml, UNITS",
        "/tmp/v8_A1B2_3c/webdata/groups.xml, GROUPS",
        "C:\\temp\\1c\\rests.xml, RESTS",
        "goods/import_files/01/x.jpg,",
        "contragents/contragents.xml, CONTRAGENTS",
        "contragents_1_2_41ab.xml, CONTRAGENTS",
        "orders.xml,",
        "propertiesGoods,",
    })
    void theNameTellsTheKind(String name, @Nullable CommerceMlKind kind) {
        assertThat(CommerceMlKind.ofFileName(name).orElse(null)).isEqualTo(kind);
    }
}
