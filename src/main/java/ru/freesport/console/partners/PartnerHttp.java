package ru.freesport.console.partners;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import ru.freesport.console.shared.Correlation;

/** Makes HTTP clients whose traffic is part of the running attempt and is thereby journalled. */
@Component
public class PartnerHttp {

    private static final int LARGEST_ANSWER = 64 << 20;

    private final PartnersSettings settings;

    PartnerHttp(PartnersSettings settings) {
        this.settings = settings;
    }

    /** A client of one endpoint, with its circuit's time-outs; use it only inside {@link PartnerCalls#call}. */
    public RestClient client(PartnerEndpoint endpoint) {
        PartnersSettings.Guard guard = settings.guardOf(endpoint.circuit());
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(guard.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(guard.requestTimeout());
        return RestClient.builder()
                .baseUrl(endpoint.baseUrl())
                .requestFactory(factory)
                .requestInterceptor(new Journalling())
                .requestInterceptor(endpoint.authentication())
                .build();
    }

    /** Copies what goes out and comes in to the attempt that runs on this thread. */
    private static final class Journalling implements ClientHttpRequestInterceptor {

        @Override
        public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            Optional<CallAttempt> running = CallAttempt.running();
            running.ifPresent(attempt -> request.getHeaders().set(Correlation.HEADER, attempt.correlationId()));
            running.ifPresent(attempt -> attempt.sent(
                    request.getMethod() + " " + masked(request.getURI()) + "\n" + headers(request.getHeaders()),
                    type(request.getHeaders()),
                    body));
            ClientHttpResponse response = execution.execute(request, body);
            Read read = new Read(response);
            running.ifPresent(attempt -> attempt.received(
                    read.status.value(),
                    "HTTP " + read.status.value() + "\n" + headers(response.getHeaders()),
                    type(response.getHeaders()),
                    read.body));
            return read;
        }

        private static String masked(URI address) {
            return Masking.text(address.toString());
        }

        private static String headers(HttpHeaders headers) {
            return Masking.headers(headers.asMultiValueMap());
        }

        private static @Nullable String type(HttpHeaders headers) {
            MediaType type = headers.getContentType();
            return type == null ? null : type.toString();
        }
    }

    /** An answer that was read to its end. */
    private static final class Read implements ClientHttpResponse {

        private final ClientHttpResponse response;
        private final HttpStatusCode status;
        private final byte[] body;

        Read(ClientHttpResponse response) throws IOException {
            this.response = response;
            this.status = response.getStatusCode();
            try (InputStream in = response.getBody()) {
                this.body = in.readNBytes(LARGEST_ANSWER);
                if (in.read() >= 0) {
                    throw new CallFailure(
                            CallError.DATA_FORMAT_ERROR, true, "The answer is larger than " + LARGEST_ANSWER + " B");
                }
            }
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
