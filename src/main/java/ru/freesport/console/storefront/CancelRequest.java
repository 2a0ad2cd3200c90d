package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an order is cancelled; the body may be absent. */
@Schema(name = "CancelRequest")
record CancelRequest(@Nullable @Size(max = 500) String reason) {}
