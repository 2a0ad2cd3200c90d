package ru.freesport.console.payments.yookassa;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.partners.CircuitDefinition;

/** The circuit of YooKassa; asked how the shop is while it is open. */
@Configuration(proxyBeanMethods = false)
class YooKassaCircuit {

    @Bean
    CircuitDefinition yookassa(ObjectProvider<YooKassaHttp> http) {
        return new CircuitDefinition(
                YooKassaHttp.CIRCUIT,
                "payments.circuit.yookassa",
                "payments.circuit.effect",
                () -> http.getObject().get("GET /me", "/me", Map.of(), Wire.Shop.class, shop -> shop));
    }
}
