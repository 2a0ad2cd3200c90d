package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final AtomicReference<String> seen = new AtomicReference<>("");

    @Test
    void aProgramsOwnIdIsTakenAndToldBack() throws Exception {
        call("/api/v1/orders", "shop-4f1a9c22");

        assertThat(seen).hasValue("shop-4f1a9c22");
        assertThat(response.getHeader(Correlation.HEADER)).isEqualTo("shop-4f1a9c22");
        assertThat(Correlation.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"79161112233", "short", "two\nlines-two", "someone@example.org", ""})
    void whatCouldBreakALogOrNameAPersonIsReplaced(String brought) throws Exception {
        call("/exchange/1c", brought);

        assertThat(seen.get()).isNotEqualTo(brought).hasSize(16);
        assertThat(response.getHeader(Correlation.HEADER)).isEqualTo(seen.get());
    }

    @Test
    void aClickOfAPersonHasAnIdThatNobodyOutsideChooses() throws Exception {
        call("/orders", "chosen-outside");

        assertThat(seen.get()).hasSize(16).isNotEqualTo("chosen-outside");
        assertThat(response.getHeader(Correlation.HEADER)).isNull();
    }

    private void call(String path, String brought) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader(Correlation.HEADER, brought);
        new CorrelationFilter()
                .doFilter(
                        request,
                        response,
                        (_, _) -> seen.set(Correlation.current().orElse("")));
    }
}
