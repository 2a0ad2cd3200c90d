package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Goods;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Group;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Malformed;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Offer;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PriceType;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Property;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.PropertyValue;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Unit;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Warehouse;

@EnabledIf("isHere")
class RealExportTest {

    private static final Path EXPORT = Path.of("../shared/data/onec-real");

    static boolean isHere() {
        return Files.isDirectory(EXPORT);
    }

    @Test
    void dictionariesAreCountedRowByRow() throws Exception {
        assertThat(read("groups/groups.xml").all(Group.class)).hasSize(119);
        assertThat(read("priceLists/priceLists.xml").all(PriceType.class)).hasSize(6);
        assertThat(read("storages/storages.xml").all(Warehouse.class)).hasSize(2);
        Collected units = read("units/units.xml");
        assertThat(units.all(Unit.class)).hasSize(17);
        assertThat(units.only(Malformed.class).reason()).isEqualTo(RowProblem.BLANK_UNIT_CODE);
    }

    @Test
    void everyGroupComesAfterItsParent() throws Exception {
        List<Group> groups = read("groups/groups.xml").all(Group.class);
        for (int i = 0; i < groups.size(); i++) {
            String parent = groups.get(i).parentId();
            assertThat(parent == null
                            || groups.subList(0, i).stream()
                                    .anyMatch(before -> before.id().equals(parent)))
                    .as("parent of %s", groups.get(i))
                    .isTrue();
        }
    }

    @Test
    void goodsAndOffersAreCountedPartByPart() throws Exception {
        List<Goods> goods = read("goods/goods.xml").all(Goods.class);
        assertThat(goods).hasSize(3);
        assertThat(goods.stream().mapToInt(good -> good.pictures().size()).sum())
                .isEqualTo(13);
        assertThat(goods).allSatisfy(good -> assertThat(good.brandRef()).isNotNull());
        assertThat(read("offers/offers.xml").all(Offer.class))
                .hasSize(3)
                .allSatisfy(offer -> assertThat(offer.characteristicId()).isNotNull());
        assertThat(read("prices/prices.xml").all(Offer.class).stream()
                        .mapToInt(offer -> offer.prices().size())
                        .sum())
                .isEqualTo(23);
        assertThat(read("rests/rests.xml").all(Offer.class).stream()
                        .mapToInt(offer -> offer.rests().size())
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void aSegmentOfPropertiesGivesAllItsValues() throws Exception {
        Collected segment = read("propertiesGoods/propertiesGoods_1_5_41ab2858-de60-4e75-aab8-bdc377455ac7.xml");
        assertThat(segment.all(Property.class)).hasSize(51);
        assertThat(segment.all(PropertyValue.class)).hasSize(9576);
    }

    private static Collected read(String file) throws Exception {
        return Collected.of(
                Files.readAllBytes(EXPORT.resolve(file)),
                CommerceMlKind.ofFileName(file).orElseThrow());
    }
}
