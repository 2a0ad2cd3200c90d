package ru.freesport.console.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How orders are taken and handed over.
 *
 * @param lines most lines of one order
 * @param confirmation how long 1C may leave an offered order unconfirmed before people are told
 * @param agreement operation, action and status: the words 1C's own settings expect in a new order
 * @param delivery what the row of a delivery is called
 */
@ConfigurationProperties("freesport.orders")
record OrdersSettings(
        int lines,
        Duration confirmation,
        String agreement,
        String operation,
        String action,
        String status,
        String delivery) {}
