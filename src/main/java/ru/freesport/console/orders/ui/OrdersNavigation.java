package ru.freesport.console.orders.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.orders.OrderList;
import ru.freesport.console.orders.statuses.StatusQuestions;
import ru.freesport.console.shared.ui.NavigationEntry;
import ru.freesport.console.shared.ui.NavigationGroup;

/** Where orders stand in the side navigation. */
@Configuration(proxyBeanMethods = false)
class OrdersNavigation {

    @Bean
    NavigationEntry ordersEntry(OrderList orders) {
        return new NavigationEntry(
                NavigationGroup.ORDERS, 10, "orders.list.title", VaadinIcon.CART_O, OrdersView.class, orders::troubles);
    }

    @Bean
    NavigationEntry orderRoutesEntry() {
        return new NavigationEntry(
                NavigationGroup.SETTINGS, 30, "orders.routes.title", VaadinIcon.SPLIT, OrderRoutesView.class);
    }

    @Bean
    NavigationEntry statusesEntry(StatusQuestions questions) {
        return new NavigationEntry(
                NavigationGroup.SETTINGS,
                31,
                "orders.statuses.title",
                VaadinIcon.FLAG_O,
                StatusesView.class,
                questions::open);
    }
}
