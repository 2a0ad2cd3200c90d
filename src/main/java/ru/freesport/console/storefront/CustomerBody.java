package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.CustomerLevel;
import ru.freesport.console.customers.CustomerRole;
import ru.freesport.console.customers.CustomerType;
import ru.freesport.console.customers.Verification;

/** A customer as the storefront sees it. */
@Schema(name = "Customer")
record CustomerBody(
        UUID id,
        CustomerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String companyName,
        @Nullable String taxId,
        @Nullable String kpp,
        @Nullable String middleName,
        @Nullable String legalAddress,
        @Nullable String deliveryAddress,
        CustomerRole role,
        CustomerLevel level,
        Verification.State verification,
        @Nullable String onecId) {

    static CustomerBody of(Customer customer) {
        return new CustomerBody(
                customer.id(),
                customer.type(),
                customer.email(),
                customer.phone(),
                customer.firstName(),
                customer.lastName(),
                customer.companyName(),
                customer.taxId(),
                customer.kpp(),
                customer.middleName(),
                customer.legalAddress(),
                customer.deliveryAddress(),
                customer.standing().role(),
                customer.standing().level(),
                customer.standing().verification().state(),
                customer.onecId());
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CustomerBody[" + id + "]";
    }
}
