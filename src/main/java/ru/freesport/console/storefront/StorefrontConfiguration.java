package ru.freesport.console.storefront;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.access.CurrentUser;
import ru.freesport.console.partners.IncomingCalls;
import tools.jackson.databind.json.JsonMapper;

/** What the API says of itself, and what guards it from large bodies. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class StorefrontConfiguration {

    private static final String SCHEME = "apiKey";

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(StorefrontSettings settings) {
        FilterRegistrationBean<BodyLimit> registration =
                new FilterRegistrationBean<>(new BodyLimit(settings.maxBody().toBytes()));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /** Behind the door, so that it knows who calls; before the limit, so that it sees what was refused by it. */
    @Bean
    FilterRegistrationBean<StorefrontJournal> storefrontJournal(
            IncomingCalls journal, CurrentUser caller, JsonMapper json, StorefrontSettings settings) {
        FilterRegistrationBean<StorefrontJournal> registration =
                new FilterRegistrationBean<>(new StorefrontJournal(journal, caller, json, settings.journalReads()));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(0);
        return registration;
    }

    @Bean
    OpenAPI storefrontDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("FREESPORT storefront API")
                        .version("1")
                        .description(
                                "Every refusal is a problem of RFC 9457; a refused body lists its errors with field"
                                        + " and rule. POST takes an Idempotency-Key: the same key with the same body gets the"
                                        + " same answer, with another body 422. 429 carries Retry-After."))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
