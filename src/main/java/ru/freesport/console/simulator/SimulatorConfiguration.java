package ru.freesport.console.simulator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo brings its outside systems with it. */
@Configuration
@Profile("demo & !command")
class SimulatorConfiguration {

    @Bean(destroyMethod = "close")
    Simulators simulators(SimulatorSettings settings) {
        return Simulators.start(settings);
    }
}
