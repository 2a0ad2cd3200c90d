package ru.freesport.console.simulator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo brings its outside systems with it. */
@Configuration
@Profile("demo & !command")
@EnableConfigurationProperties(SimulatorSettings.class)
class SimulatorConfiguration {

    @Bean(destroyMethod = "close")
    Simulators simulators(SimulatorSettings settings) {
        return Simulators.start(settings);
    }
}
