package ru.freesport.console.onec.pull;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How 1C is asked for goods, prices, stock and what became of orders.
 *
 * @param catalog schedule of goods and variants (Quartz cron)
 * @param prices schedule of prices
 * @param stock schedule of stock
 * @param orderStatuses schedule of what became of orders
 * @param page most goods, variants or priced variants of one page
 * @param stockPage most variants with stock of one page
 * @param largestPage a page with more bytes is refused
 * @param mostPages a listing with more pages counts as one without an end
 * @param overlap how much earlier a listing begins than the one before it was asked for; covers the difference of the clocks
 * @param full how often everything is asked for instead of changes; zero: only the first time
 * @param resume how old a broken off listing may be to be gone on with
 */
@ConfigurationProperties("freesport.onec.pull")
record PullSettings(
        String catalog,
        String prices,
        String stock,
        String orderStatuses,
        int page,
        int stockPage,
        long largestPage,
        int mostPages,
        Duration overlap,
        Duration full,
        Duration resume) {}
