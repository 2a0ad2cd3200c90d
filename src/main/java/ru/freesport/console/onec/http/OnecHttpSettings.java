package ru.freesport.console.onec.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 1C's HTTP service.
 *
 * @param baseUrl without a slash at its end; empty: 1C has none, and nothing is called
 * @param secret what requests are signed with
 */
@ConfigurationProperties("freesport.onec.http")
public record OnecHttpSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String secret) {

    public boolean isSet() {
        return !baseUrl.isBlank();
    }

    @Override
    public String toString() {
        return baseUrl;
    }
}
