package ru.freesport.console.simulator;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;

/** The demo brings its outside systems with it. */
@Configuration
@Profile("demo & !command")
class SimulatorConfiguration {

    @Bean(destroyMethod = "close")
    Simulators simulators(SimulatorSettings settings, @Value("classpath:demo/contragents.xml") Resource counterparties)
            throws IOException {
        Simulators started = Simulators.start(settings);
        started.onec().know(counterparties.getContentAsByteArray());
        return started;
    }
}
