package ru.freesport.console.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.ShortCode;

/**
 * Gives out order numbers CCCCCYYNNN: the customer, the year, the customer's order of the year. A part's number has one
 * sign more, 1 to 9 and then A to Z, so that it stays within the eleven signs 1C keeps for a number.
 */
@Component
class OrderNumbers {

    static final int MOST_PARTS = 35;

    private static final int CUSTOMER_SIGNS = 5;
    private static final int ORDER_SIGNS = 3;
    private static final int CENTURY = 100;

    private final JdbcClient database;

    OrderNumbers(JdbcClient database) {
        this.database = database;
    }

    /** Nobody else gets a number of this customer until the transaction ends. */
    String next(long customerCode, int year) {
        int order = database.sql("""
                        INSERT INTO order_number (customer_code, year, last) VALUES (?, ?, 1)
                        ON CONFLICT (customer_code, year) DO UPDATE SET last = order_number.last + 1
                        RETURNING last""")
                .params(customerCode, year)
                .query(Integer.class)
                .single();
        return of(customerCode, year, order);
    }

    static String of(long customerCode, int year, int order) {
        return ShortCode.of(customerCode, CUSTOMER_SIGNS)
                + String.format("%02d", year % CENTURY)
                + ShortCode.of(order, ORDER_SIGNS);
    }

    /** @param position from 1 */
    static String part(String orderNumber, int position) {
        return orderNumber + ShortCode.of(position, 1);
    }
}
