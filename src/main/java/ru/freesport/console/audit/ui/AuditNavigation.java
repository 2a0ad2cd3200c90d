package ru.freesport.console.audit.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where the audit log stands in the side navigation. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    NavigationEntry auditEntry() {
        return new NavigationEntry(
                NavigationGroup.JOURNALS, 90, "audit.title", VaadinIcon.CLIPBOARD_USER, AuditView.class);
    }
}
