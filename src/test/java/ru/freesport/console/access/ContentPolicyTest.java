package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    @Test
    void aPageMayRunOnlyItsOwnInlineScripts() {
        String policy = ContentPolicy.forPage("'nonce-abc'", "'self'");
        assertThat(policy)
                .contains("script-src 'self' 'unsafe-eval' 'nonce-abc';")
                .doesNotContain("http:", "*");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
    }

    @Test
    void whatIsNoPageMayRunNothing() {
        assertThat(ContentPolicy.forResources())
                .startsWith("default-src 'none'")
                .doesNotContain("script-src");
    }
}
