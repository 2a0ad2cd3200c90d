package ru.freesport.console.access;

import java.util.EnumSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's well-known key to the API; production refuses it. */
@Component
@Profile({"demo", "test"})
class DemoApiKey implements ApplicationRunner {

    static final String SECRET = "demo-storefront-key";

    private final ApiKeys keys;

    DemoApiKey(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        keys.add("demo-storefront", SECRET, EnumSet.allOf(ApiScope.class), "demo", true);
    }
}
