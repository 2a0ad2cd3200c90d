package ru.freesport.console.onec.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.freesport.console.onec.commerceml.OrderWriter;
import ru.freesport.console.onec.commerceml.SomePart;
import ru.freesport.console.onec.commerceml.WrittenOrder;

/** The checks are made on the bytes that 1C gets, so they see what went wrong on the way into them. */
class OrderPreviewTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final NameSpelling FINE = new NameSpelling(NameSpelling.Verdict.EXACT, "ORG-A", null);

    @Test
    void aSoundDocumentIsFineToTheKopeck() {
        OrderPreview preview = preview(document());
        assertThat(preview.total()).isEqualByComparingTo("2300.00");
        assertThat(preview.rowsTotal()).isEqualByComparingTo("2300.00");
        assertThat(preview.vat()).singleElement().satisfies(vat -> {
            assertThat(vat.rate()).isEqualTo("22");
            assertThat(vat.reckoned()).isEqualByComparingTo("414.76");
        });
        assertThat(preview.isFine()).isTrue();
    }

    @Test
    void aHeadThatIsAKopeckOffIsFound() {
        OrderPreview preview = preview(document().replace("<Сумма>2300.00</Сумма>", "<Сумма>2300.01</Сумма>"));
        assertThat(preview.addsUp()).isFalse();
        assertThat(preview.isFine()).isFalse();
    }

    @Test
    void aRowThatIsNotPriceTimesQuantityLessDiscountIsFound() {
        assertThat(preview(document().replace("<Количество>2<", "<Количество>3<"))
                        .wrongRows())
                .containsExactly("Мяч «Лига» №5");
    }

    @Test
    void aWrongVatIsFoundInTheRowsAndInTheHead() {
        assertThat(preview(document().replace("360.66", "360.67")).isVatFine()).isFalse();
        assertThat(preview(document().replace("414.76", "414.75")).isVatFine()).isFalse();
    }

    @Test
    void whetherVatIsIncludedCountsOnlyWhereOneCLooks() {
        String document = document();
        int first = document.indexOf("<УчтеноВСумме>true</УчтеноВСумме>");
        String unsaid =
                document.substring(0, first) + document.substring(first + "<УчтеноВСумме>true</УчтеноВСумме>".length());
        assertThat(preview(unsaid).vatIncluded()).isNull();
        assertThat(preview(unsaid).isVatFine()).isFalse();
    }

    private static String document() {
        return new String(
                new OrderWriter("3.1", WINDOWS_1251, ZoneId.of("Europe/Moscow"))
                        .write(List.of(SomePart.of("10001260011", null)), SomePart.PLACED),
                WINDOWS_1251);
    }

    private static OrderPreview preview(String document) {
        return OrderPreview.of("key", WrittenOrder.read(document.getBytes(WINDOWS_1251)), FINE, FINE);
    }
}
