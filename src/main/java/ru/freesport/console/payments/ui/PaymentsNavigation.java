package ru.freesport.console.payments.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.payments.PaymentList;
import ru.freesport.console.payments.Payments;
import ru.freesport.console.payments.Reconciliation;
import ru.freesport.console.payments.Refunds;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where money stands in the side navigation. */
@Configuration(proxyBeanMethods = false)
class PaymentsNavigation {

    @Bean
    NavigationEntry paymentsEntry(PaymentList payments) {
        return new NavigationEntry(
                        NavigationGroup.ORDERS,
                        20,
                        "payments.list.title",
                        VaadinIcon.WALLET,
                        PaymentsView.class,
                        payments::unknown)
                .live(Payments.CHANNEL);
    }

    @Bean
    NavigationEntry refundsEntry(Refunds refunds) {
        return new NavigationEntry(
                        NavigationGroup.ORDERS,
                        30,
                        "payments.refunds.title",
                        VaadinIcon.ARROW_BACKWARD,
                        RefundsView.class,
                        refunds::awaiting)
                .live(Payments.CHANNEL);
    }

    @Bean
    NavigationEntry reconciliationEntry(Reconciliation reconciliation) {
        return new NavigationEntry(
                NavigationGroup.ORDERS,
                40,
                "payments.reconciliation.title",
                VaadinIcon.SCALE,
                ReconciliationView.class,
                reconciliation::open);
    }
}
