package ru.freesport.console.onec.http;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.partners.CircuitDefinition;

/** One circuit per endpoint of 1C: a broken price service must not stop orders. */
@Configuration(proxyBeanMethods = false)
public class OnecCircuits {

    public static final String PRODUCTS = "onec.products";
    public static final String OFFERS = "onec.offers";
    public static final String PRICES = "onec.prices";
    public static final String STOCK = "onec.stock";
    public static final String ORDERS = "onec.orders";
    public static final String CUSTOMERS = "onec.customers";
    public static final String ORDER_STATUSES = "onec.order-statuses";

    private final ObjectProvider<OnecHttp> http;

    OnecCircuits(ObjectProvider<OnecHttp> http) {
        this.http = http;
    }

    @Bean
    CircuitDefinition productsCircuit() {
        return pinged(PRODUCTS, "onec.circuit.products", "onec.circuit.effect.pull");
    }

    @Bean
    CircuitDefinition offersCircuit() {
        return pinged(OFFERS, "onec.circuit.offers", "onec.circuit.effect.pull");
    }

    @Bean
    CircuitDefinition pricesCircuit() {
        return pinged(PRICES, "onec.circuit.prices", "onec.circuit.effect.pull");
    }

    @Bean
    CircuitDefinition stockCircuit() {
        return pinged(STOCK, "onec.circuit.stock", "onec.circuit.effect.pull");
    }

    @Bean
    CircuitDefinition ordersCircuit() {
        return pinged(ORDERS, "onec.circuit.orders", "onec.circuit.effect.orders");
    }

    @Bean
    CircuitDefinition customersCircuit() {
        return pinged(CUSTOMERS, "onec.circuit.customers", "onec.circuit.effect.customers");
    }

    @Bean
    CircuitDefinition orderStatusesCircuit() {
        return pinged(ORDER_STATUSES, "onec.circuit.statuses", "onec.circuit.effect.pull");
    }

    private CircuitDefinition pinged(String name, String titleKey, String effectKey) {
        return new CircuitDefinition(name, titleKey, effectKey, () -> {
            if (http.getObject().isSet()) {
                http.getObject().ping(name);
            }
        });
    }
}
