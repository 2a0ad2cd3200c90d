package ru.freesport.console.onec.files;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.partners.CircuitDefinition;

/** The file server has a circuit of its own: it may be away when 1C is not. */
@Configuration(proxyBeanMethods = false)
class FtpCircuits {

    @Bean
    CircuitDefinition ftpCircuit(ObjectProvider<FtpFiles> files) {
        return new CircuitDefinition(
                FtpFiles.CIRCUIT,
                "onec.circuit.ftp",
                "onec.circuit.effect.ftp",
                () -> {
                    if (files.getObject().isSet()) {
                        files.getObject().listed();
                    }
                },
                "FTP");
    }
}
