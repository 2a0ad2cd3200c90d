package ru.freesport.console.payments;

import org.jspecify.annotations.Nullable;

/** Where the customer's receipts go; one of the two is enough. Personal: never in logs. */
public record Contact(@Nullable String email, @Nullable String phone) {

    public static final Contact NONE = new Contact(null, null);

    public boolean isGiven() {
        return email != null || phone != null;
    }

    @Override
    public String toString() {
        return "Contact[" + (email == null ? "" : "email ") + (phone == null ? "" : "phone") + "]";
    }
}
