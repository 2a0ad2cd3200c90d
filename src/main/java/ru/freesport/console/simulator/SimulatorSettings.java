package ru.freesport.console.simulator;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the simulated systems listen and whom they know.
 *
 * @param httpPort of all HTTP systems and the lab; 0 takes a free one
 * @param ftpPort of the file server; 0 takes a free one
 * @param console the address of the console that 1C as a client talks to
 * @param account the account of 1C's HTTP service, and its account at the console
 * @param secret what requests to 1C are signed with
 * @param ftpAccount the account of the file server
 * @param slow how much later a slow system does its work
 * @param hold how long an answer is held back that never comes; longer than every client's time-out
 * @param look how often 1C looks into its folder on the file server
 * @param yookassa what is YooKassa's own
 */
@ConfigurationProperties("freesport.simulator")
public record SimulatorSettings(
        @DefaultValue("8081") int httpPort,
        @DefaultValue("8082") int ftpPort,
        @DefaultValue("http://localhost:8080") String console,
        @DefaultValue("exchange/exchange") Account account,
        @DefaultValue("demo-onec-secret") String secret,
        @DefaultValue("onec/onec") Account ftpAccount,
        @DefaultValue("8s") Duration slow,
        @DefaultValue("45s") Duration hold,
        @DefaultValue("1s") Duration look,
        @DefaultValue YooKassa yookassa) {

    /** Free ports and short times, for tests. */
    public static SimulatorSettings quick(Duration slow, Duration hold) {
        return new SimulatorSettings(
                0,
                0,
                "http://localhost:8080",
                new Account("exchange", "exchange"),
                "demo-onec-secret",
                new Account("onec", "onec"),
                slow,
                hold,
                Duration.ofMillis(200),
                YooKassa.quick());
    }

    public SimulatorSettings withConsole(String address) {
        return new SimulatorSettings(
                httpPort, ftpPort, address, account, secret, ftpAccount, slow, hold, look, yookassa);
    }

    /**
     * The shop at the simulated YooKassa.
     *
     * @param shop its number and secret key
     * @param webhookSecret the last part of the console's address for notifications
     * @param receipts how long a receipt takes to be registered
     * @param repeats pauses before a notification that was not taken is sent again
     */
    public record YooKassa(
            @DefaultValue("100500/test_demo-yookassa-key") Account shop,
            @DefaultValue("demo-webhook-secret") String webhookSecret,
            @DefaultValue("3s") Duration receipts,
            @DefaultValue("2s,10s,42s,84s,3m,11m,90m,24h") List<Duration> repeats) {

        static YooKassa quick() {
            return new YooKassa(
                    new Account("100500", "test_demo-yookassa-key"),
                    "demo-webhook-secret",
                    Duration.ZERO,
                    List.of(Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(2)));
        }
    }

    /** A name with its password, written {@code name/password}. */
    public record Account(String name, String password) {

        public static Account valueOf(String text) {
            String[] parts = text.split("/", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("An account is written name/password");
            }
            return new Account(parts[0], parts[1]);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
