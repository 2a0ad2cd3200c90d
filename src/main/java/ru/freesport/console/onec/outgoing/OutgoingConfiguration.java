package ru.freesport.console.onec.outgoing;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.onec.commerceml.CounterpartyWriter;
import ru.freesport.console.onec.commerceml.OrderWriter;

/** How orders and customers are written for calls and files; the exchange protocol negotiates its own version. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    private static final String VERSION = "3.1";

    @Bean
    OrderWriter orderWriter(@Value("${freesport.shared.zone}") java.time.ZoneId zone) {
        return new OrderWriter(VERSION, StandardCharsets.UTF_8, zone);
    }

    @Bean
    CounterpartyWriter counterpartyWriter(@Value("${freesport.shared.zone}") java.time.ZoneId zone) {
        return new CounterpartyWriter(zone);
    }
}
