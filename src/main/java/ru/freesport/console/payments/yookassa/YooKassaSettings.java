package ru.freesport.console.payments.yookassa;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shop at YooKassa.
 *
 * @param baseUrl without a slash at its end; empty: there is no shop, and nothing is called
 * @param shop its number
 * @param live whether objects of a test shop are refused
 * @param webhookSecrets ends of our address for notifications; several while one replaces another
 * @param webhookAddresses from where YooKassa says it sends
 */
@ConfigurationProperties("freesport.payments.yookassa")
public record YooKassaSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String shop,
        @DefaultValue("") String secretKey,
        @DefaultValue("true") boolean live,
        @DefaultValue List<String> webhookSecrets,
        @DefaultValue List<String> webhookAddresses) {

    /** @throws IllegalArgumentException for an address that is not HTTPS elsewhere, or a test key in a live shop */
    public YooKassaSettings {
        if (!baseUrl.isBlank()) {
            URI address = URI.create(baseUrl);
            if (!"https".equals(address.getScheme()) && !isThisMachine(address.getHost())) {
                throw new IllegalArgumentException("YooKassa is called over HTTPS only, not " + baseUrl);
            }
            if (shop.isBlank() || secretKey.isBlank()) {
                throw new IllegalArgumentException("YooKassa needs the shop's number and its secret key");
            }
            if (live && secretKey.startsWith("test_")) {
                throw new IllegalArgumentException("A test shop's key, but freesport.payments.yookassa.live is true");
            }
        }
        webhookSecrets =
                webhookSecrets.stream().filter(secret -> !secret.isBlank()).toList();
        webhookAddresses = List.copyOf(webhookAddresses);
    }

    private static boolean isThisMachine(@org.jspecify.annotations.Nullable String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }

    public boolean isSet() {
        return !baseUrl.isBlank();
    }

    @Override
    public String toString() {
        return baseUrl + " " + shop;
    }
}
