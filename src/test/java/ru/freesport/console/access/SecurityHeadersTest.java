package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import ru.freesport.console.ConsoleTest;

@ConsoleTest
class SecurityHeadersTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private WebApplicationContext application;

    @Test
    void aPageForbidsFramesGuessesAndForeignScripts() {
        HttpHeaders headers = new Browser(port).get("/login").headers();

        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'",
                                "frame-ancestors 'none'",
                                "object-src 'none'",
                                "form-action 'self'"));
    }

    @Test
    void theSessionCookieStaysAwayFromScriptsAndOtherSites() {
        assertThat(new Browser(port).get("/login").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whatIsNoPageRunsNothing() {
        assertThat(new Browser(port).get("/styles.css"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .satisfies(answer -> assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'")));
    }

    @Test
    void httpsIsRemembered() throws Exception {
        MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build()
                .perform(get("/login").secure(true))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void theExchangeNeitherRedirectsNorStartsASession() {
        HttpResponse<String> answer = new Browser(port).get("/exchange/nothing-here");

        assertThat(answer.statusCode()).isNotEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void machinesAskTheManagementPortOnly() throws Exception {
        assertThat(management("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(management("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(management("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(management("/actuator/env").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/actuator/prometheus").body()).doesNotContain("jvm_memory_used_bytes");
    }

    private HttpResponse<String> management(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
