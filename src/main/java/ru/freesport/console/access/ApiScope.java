package ru.freesport.console.access;

import java.util.Arrays;
import java.util.Optional;

/** What an API key opens. */
public enum ApiScope {
    CUSTOMERS_READ("customers:read"),
    CUSTOMERS_WRITE("customers:write"),
    PRODUCTS_READ("products:read"),
    ORDERS_READ("orders:read"),
    ORDERS_WRITE("orders:write");

    private final String code;

    ApiScope(String code) {
        this.code = code;
    }

    /** As the documentation and the problems call it. */
    public String code() {
        return code;
    }

    /** The name Spring Security knows it by. */
    public String authority() {
        return "SCOPE_" + code;
    }

    static Optional<ApiScope> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
