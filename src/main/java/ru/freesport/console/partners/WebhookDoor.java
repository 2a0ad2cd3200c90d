package ru.freesport.console.partners;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ru.freesport.console.partners.Webhook.Lamp;

/**
 * Takes notifications off the wire: reads no more than it must, checks, stores the bytes with the verdict in one statement, and answers.
 * What it means is found out later.
 */
@Controller
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebhookDoor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(3);

    private final Map<String, WebhookProvider> providers;
    private final Map<String, List<AddressRange>> addresses;
    private final WebhookTable table;
    private final WebhookWorker worker;
    private final ClientAddress clients;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final int maxBody;
    private final Semaphore storing;
    private final Bucket rejected;

    WebhookDoor(
            List<WebhookProvider> providers,
            WebhookTable table,
            WebhookWorker worker,
            WebhookSettings settings,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.providers = providers.stream().collect(Collectors.toMap(WebhookProvider::name, Function.identity()));
        this.addresses = providers.stream()
                .collect(Collectors.toMap(WebhookProvider::name, one -> AddressRange.all(one.addresses())));
        this.table = table;
        this.worker = worker;
        this.clients = new ClientAddress(settings.trustedProxies());
        this.events = events;
        this.meters = meters;
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
        this.storing = new Semaphore(settings.storing(), true);
        this.rejected = Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.rejectedPerMinute())
                        .refillGreedy(settings.rejectedPerMinute(), Duration.ofMinutes(1)))
                .build();
    }

    @PostMapping("/webhooks/{provider}/{secret}")
    void take(
            @PathVariable String provider,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WebhookProvider sender = providers.get(provider);
        if (sender == null || sender.secrets().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getContentLengthLong() > maxBody
                ? null
                : request.getInputStream().readNBytes(maxBody + 1);
        if (body == null || body.length > maxBody) {
            counted(provider, "TOO_LARGE");
            events.publishEvent(new WebhookRejected(provider, null, "TOO_LARGE"));
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        answer(judged(sender, secret, body, request), sender, response);
    }

    private WebhookTable.New judged(WebhookProvider sender, String secret, byte[] body, HttpServletRequest request) {
        Optional<InetAddress> from = clients.of(request);
        Lamp secretLamp = lamp(WebhookSecret.isOneOf(secret, sender.secrets()));
        List<AddressRange> ranges = addresses.getOrDefault(sender.name(), List.of());
        Lamp addressLamp = ranges.isEmpty()
                ? Lamp.NOT_MADE
                : lamp(from.filter(one -> ranges.stream().anyMatch(range -> range.contains(one)))
                        .isPresent());
        Lamp signatureLamp = sender.signature()
                .map(signature -> lamp(
                        signature.isGenuine(body, name -> Objects.requireNonNullElse(request.getHeader(name), ""))))
                .orElse(Lamp.NOT_MADE);
        Optional<WebhookProvider.Topic> topic = sender.topic(body);
        String remark = secretLamp == Lamp.FAILED
                ? "SECRET"
                : addressLamp == Lamp.FAILED
                        ? "ADDRESS"
                        : signatureLamp == Lamp.FAILED ? "SIGNATURE" : topic.isEmpty() ? "UNREADABLE" : null;
        return new WebhookTable.New(
                sender.name(),
                from.map(InetAddress::getHostAddress).orElse(null),
                WebhookHeaders.kept(request),
                request.getContentType(),
                addressLamp,
                secretLamp,
                signatureLamp,
                topic.orElse(null),
                remark,
                body);
    }

    private void answer(WebhookTable.New taken, WebhookProvider sender, HttpServletResponse response)
            throws IOException {
        String remark = taken.remark();
        if (remark == null) {
            if (store(taken).isEmpty()) {
                // the sender comes again
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            worker.wake();
            counted(taken.provider(), "TAKEN");
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/plain");
            response.getOutputStream().write(sender.answer().getBytes(StandardCharsets.UTF_8));
            return;
        }
        Long id = rejected.tryConsume(1) ? store(taken).orElse(null) : null;
        counted(taken.provider(), remark);
        events.publishEvent(new WebhookRejected(taken.provider(), id, remark));
        // a wrong secret is told nothing, not even that there is such an address
        response.setStatus(taken.secret() == Lamp.FAILED ? HttpServletResponse.SC_NOT_FOUND : sender.refusedStatus());
    }

    private Optional<Long> store(WebhookTable.New taken) {
        boolean isLet = false;
        try {
            isLet = storing.tryAcquire(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS);
            return isLet ? Optional.of(table.insert(taken)) : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (org.springframework.dao.DataAccessException away) {
            LOG.error("A notification of {} could not be stored; the sender comes again", taken.provider(), away);
            return Optional.empty();
        } finally {
            if (isLet) {
                storing.release();
            }
        }
    }

    private void counted(String provider, @Nullable String result) {
        meters.counter("freesport.webhooks", "provider", provider, "result", String.valueOf(result))
                .increment();
    }

    private static Lamp lamp(boolean isGood) {
        return isGood ? Lamp.PASSED : Lamp.FAILED;
    }
}
