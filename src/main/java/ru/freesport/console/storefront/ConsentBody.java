package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.ConsentKind;

/** That a customer agreed to something, or withdrew it. */
@Schema(name = "Consent")
record ConsentBody(
        @Nullable ConsentKind kind,

        @Nullable @Schema(description = "false: it was withdrawn")
        Boolean given,

        @Nullable @Schema(description = "Version of the text that was shown", example = "2026-09")
        String text) {}
