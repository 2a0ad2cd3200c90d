package ru.freesport.console.customers.conflicts;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.compare.Strategy;

/** How collisions are settled until a person sets another policy. */
@ConfigurationProperties("freesport.customers")
record PolicyDefaults(Map<CustomerField, Strategy> policy) {}
