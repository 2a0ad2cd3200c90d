package ru.freesport.console.onec.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The file server that takes over when 1C cannot be called.
 *
 * @param host empty: there is none, and what cannot be called waits
 * @param tls explicit FTPS with the server's certificate checked
 * @param certificate PEM file with what the server's certificate is trusted by; empty: what this machine trusts
 * @param fromShop folder that we write and 1C reads
 * @param toShop folder that 1C writes and we read
 */
@ConfigurationProperties("freesport.onec.ftp")
public record FtpSettings(
        @DefaultValue("") String host,
        @DefaultValue("21") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String certificate,
        @DefaultValue("from-shop") String fromShop,
        @DefaultValue("to-shop") String toShop,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration dataTimeout) {

    public boolean isSet() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
