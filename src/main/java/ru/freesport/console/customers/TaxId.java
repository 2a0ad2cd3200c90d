package ru.freesport.console.customers;

/**
 * Judges an INN by its check digits: ten digits for companies, twelve for people.
 *
 * <p>Order of the Federal Tax Service on the structure of the INN.
 */
final class TaxId {

    private static final int[] COMPANY = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] PERSON_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] PERSON_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private TaxId() {}

    static boolean isValid(String text, CustomerType type) {
        return type == CustomerType.COMPANY
                ? text.matches("\\d{10}") && checks(text, COMPANY)
                : text.matches("\\d{12}") && checks(text, PERSON_FIRST) && checks(text, PERSON_SECOND);
    }

    private static boolean checks(String text, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (text.charAt(i) - '0');
        }
        return sum % 11 % 10 == text.charAt(weights.length) - '0';
    }
}
