package ru.freesport.console.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import ru.freesport.console.audit.AuditLog;

/** What rights need in every shape of the application, the command line's too. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Profile("!demo & !test")
    @ConditionalOnWebApplication
    FirstAdministrator firstAdministrator(
            AccountSeeds seeds, AccountLock lock, AuditLog audit, TransactionTemplate transaction) {
        return new FirstAdministrator(seeds, lock, audit, transaction, System.out);
    }
}
