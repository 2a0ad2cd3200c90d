package ru.freesport.console.partners;

import org.springframework.http.client.ClientHttpRequestInterceptor;

/**
 * An HTTP endpoint of an outside system.
 *
 * @param circuit whose time-outs hold for it
 * @param baseUrl without a slash at its end
 * @param authentication adds what the other side knows us by; runs on every attempt, after the journal's own copy of the body
 */
public record PartnerEndpoint(String circuit, String baseUrl, ClientHttpRequestInterceptor authentication) {}
