package ru.freesport.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.freesport.console.ConsoleTest;
import ru.freesport.console.audit.AuditLog;

@ConsoleTest
class ApiKeyFilterTest {

    @Autowired
    private ApiKeys keys;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CurrentUser user;

    @Autowired
    private AuditLog audit;

    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void nobodyStaysLoggedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aKeyThatComesTooOftenIsToldWhenToComeAgainAndOthersAreNot() throws Exception {
        ApiKeyFilter filter = new ApiKeyFilter(keys, 2);
        String busy = key("busy");
        assertThat(call(filter, busy).getStatus()).isEqualTo(200);
        assertThat(call(filter, busy).getStatus()).isEqualTo(200);
        MockHttpServletResponse third = call(filter, busy);
        assertThat(third.getStatus()).isEqualTo(429);
        assertThat(third.getContentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(third.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(call(filter, key("calm")).getStatus()).isEqualTo(200);
    }

    @Test
    void outsideTheDemoItsKeyOpensNothing() {
        ObjectProvider<DemoAccounts> none = new DefaultListableBeanFactory().getBeanProvider(DemoAccounts.class);
        assertThat(new ApiKeys(database, user, audit, none).authenticate(DemoApiKey.SECRET))
                .isEmpty();
        assertThat(keys.authenticate(DemoApiKey.SECRET)).isPresent();
    }

    private String key(String name) {
        String secret = ApiKeySecret.generate();
        keys.add(name + " " + mark, secret, EnumSet.of(ApiScope.ORDERS_READ), "test", false);
        return secret;
    }

    private static MockHttpServletResponse call(ApiKeyFilter filter, String key) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/orders/1");
        request.addHeader("Authorization", "Bearer " + key);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
