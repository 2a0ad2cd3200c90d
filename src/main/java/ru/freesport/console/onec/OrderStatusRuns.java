package ru.freesport.console.onec;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.orders.statuses.OrderReports;

/** What every run over order documents needs. */
@Component
class OrderStatusRuns {

    final Packets packets;
    final OrderReports reports;
    final OrderFileSettings limits;
    final ImportSettings settings;
    final TransactionOperations transaction;
    final DataSource database;
    final ZoneId shop;

    OrderStatusRuns(
            Packets packets,
            OrderReports reports,
            OrderFileSettings limits,
            ImportSettings settings,
            TransactionOperations transaction,
            DataSource database,
            @Value("${freesport.shared.zone}") ZoneId shop) {
        this.packets = packets;
        this.reports = reports;
        this.limits = limits;
        this.settings = settings;
        this.transaction = transaction;
        this.database = database;
        this.shop = shop;
    }

    OrderStatusRun begin(RunContext run) {
        return new OrderStatusRun(this, run);
    }
}
