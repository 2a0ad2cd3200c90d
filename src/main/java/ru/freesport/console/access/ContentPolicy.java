package ru.freesport.console.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy, as strict as Vaadin runs under: scripts of ours only, inline ones by a nonce of the
 * page. The client engine compiles what the server sends ({@code unsafe-eval}) and components style themselves inline.
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    private static final String HEADER = "Content-Security-Policy";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For whatever is no page of the console: nothing runs there. */
    static String forResources() {
        return "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    static String forPage(String inlineScripts, String connections) {
        return "default-src 'self'; script-src 'self' 'unsafe-eval' " + inlineScripts
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src "
                + connections + "; object-src 'none'; frame-src 'none'; base-uri 'self'; form-action 'self'; "
                + "frame-ancestors 'none'";
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        boolean production = start.getSource().getDeploymentConfiguration().isProductionMode();
        start.addIndexHtmlRequestListener(page -> {
            // Vaadin would let pages of the same origin frame it
            page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
            if (production) {
                allowByNonce(page);
            } else {
                // the development tools bring inline scripts and a socket of their own
                page.getVaadinResponse()
                        .setHeader(HEADER, forPage("'unsafe-inline'", "'self' ws://localhost:* ws://127.0.0.1:*"));
            }
        });
    }

    static void allowByNonce(IndexHtmlResponse page) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(HEADER, forPage("'nonce-" + nonce + "'", "'self'"));
    }
}
