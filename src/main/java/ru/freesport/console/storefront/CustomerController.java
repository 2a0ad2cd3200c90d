package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.freesport.console.customers.Consents;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerRule;
import ru.freesport.console.customers.Customers;
import ru.freesport.console.customers.Registration;

/** Customers, as the storefront registers them. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "customers")
class CustomerController {

    private final Customers customers;
    private final Consents consents;
    private final IdempotentCalls calls;

    CustomerController(Customers customers, Consents consents, IdempotentCalls calls) {
        this.customers = customers;
        this.consents = consents;
        this.calls = calls;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_customers:write')")
    @Operation(summary = "Registers a customer", operationId = "registerCustomer")
    ResponseEntity<CustomerBody> register(
            @RequestHeader(name = IdempotentCalls.KEY, required = false) @Nullable String key,
            @RequestBody CustomerRequest body) {
        return calls.once(key, "POST /api/v1/customers", body, CustomerBody.class, () -> {
            Customer customer = done(customers.register(body.fields()));
            return ResponseEntity.created(URI.create("/api/v1/customers/" + customer.id()))
                    .body(CustomerBody.of(customer));
        });
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_customers:read')")
    @Operation(summary = "One customer", operationId = "getCustomer")
    CustomerBody find(@PathVariable UUID id) {
        return CustomerBody.of(customers.find(id).orElseThrow(() -> Refusal.notFound("such customer")));
    }

    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_customers:write')")
    @Operation(summary = "Changes what is said and leaves the rest", operationId = "changeCustomer")
    CustomerBody change(@PathVariable UUID id, @RequestBody CustomerRequest body) {
        return CustomerBody.of(done(customers.change(id, body.fields())));
    }

    @PostMapping("/{id}/consents")
    @PreAuthorize("hasAuthority('SCOPE_customers:write')")
    @Operation(
            summary = "Says that a customer agreed, or withdrew: facts are only added, the latest of a kind holds",
            operationId = "addConsent")
    ResponseEntity<ConsentBody> consent(
            @RequestHeader(name = IdempotentCalls.KEY, required = false) @Nullable String key,
            @PathVariable UUID id,
            @RequestBody ConsentBody body) {
        return calls.once(key, "POST /api/v1/customers/" + id + "/consents", body, ConsentBody.class, () -> {
            if (body.kind() == null || body.given() == null) {
                throw Refusal.unprocessable(
                        "The consent says too little",
                        List.of(new Refusal.Wrong(
                                body.kind() == null ? "kind" : "given",
                                "REQUIRED",
                                "A consent has a kind and is given or not")));
            }
            if (!consents.add(id, body.kind(), body.given(), body.text())) {
                throw Refusal.notFound("such customer");
            }
            return ResponseEntity.status(HttpStatus.CREATED).body(body);
        });
    }

    private static Customer done(Registration registration) {
        return switch (registration) {
            case Registration.Done done -> done.customer();
            case Registration.Unknown _ -> throw Refusal.notFound("such customer");
            case Registration.Refused refused ->
                throw Refusal.unprocessable(
                        "The customer's data cannot be taken",
                        refused.rules().stream().map(CustomerController::wrong).toList());
        };
    }

    private static Refusal.Wrong wrong(CustomerRule rule) {
        return new Refusal.Wrong(rule.field(), rule.name(), ProblemWords.of(rule));
    }
}
