package ru.freesport.console.storefront;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** Money on the wire: never a floating-point number. */
@Schema(name = "Money", example = "{\"amount\":\"4590.00\",\"currency\":\"RUB\"}")
record MoneyBody(
        @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = "string", example = "4590.00")
        BigDecimal amount,

        @NotNull @Pattern(regexp = "RUB") @Schema(example = "RUB")
        String currency) {

    static MoneyBody of(BigDecimal amount, String currency) {
        return new MoneyBody(amount, currency);
    }
}
