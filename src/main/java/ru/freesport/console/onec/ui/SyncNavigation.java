package ru.freesport.console.onec.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.onec.HeldPackets;
import ru.freesport.console.onec.outgoing.Debt;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** The lines of the exchange in the side navigation. */
@Configuration(proxyBeanMethods = false)
class SyncNavigation {

    @Bean
    NavigationEntry syncEntry(HeldPackets held) {
        return new NavigationEntry(
                NavigationGroup.EXCHANGE,
                10,
                "onec.sync.title",
                VaadinIcon.EXCHANGE,
                SyncView.class,
                held::waitingCount);
    }

    @Bean
    NavigationEntry debtEntry(Debt debt) {
        return new NavigationEntry(
                NavigationGroup.EXCHANGE, 30, "onec.debt.title", VaadinIcon.ARCHIVES, DebtView.class, debt::size);
    }
}
