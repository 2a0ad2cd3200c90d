package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerFields;
import ru.freesport.console.customers.CustomerType;

/** What the storefront says of a customer; with PATCH, what is left out stays as it is. */
@Schema(name = "CustomerRequest")
record CustomerRequest(
        @Nullable CustomerType type,
        @Nullable @Schema(example = "anna@example.org") String email,
        @Nullable @Schema(example = "+79161234567") String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String companyName,

        @Nullable @Schema(description = "INN", example = "7707083893")
        String taxId,

        @Nullable @Schema(example = "770701001") String kpp,
        @Nullable String middleName,
        @Nullable String legalAddress,
        @Nullable String deliveryAddress) {

    CustomerFields fields() {
        return new CustomerFields(
                type,
                email,
                phone,
                firstName,
                lastName,
                companyName,
                taxId,
                kpp,
                middleName,
                legalAddress,
                deliveryAddress);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "CustomerRequest";
    }
}
