package ru.freesport.console.onec.exchange;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes answers byte by byte, also where Tomcat would rather send its own page: after a body that was cut off. */
@Configuration(proxyBeanMethods = false)
class ReplyWriter {

    static final String REPLY = ReplyWriter.class.getName() + ".reply";

    private final ExchangeSettings settings;

    ReplyWriter(ExchangeSettings settings) {
        this.settings = settings;
    }

    void write(ExchangeReply reply, HttpServletResponse response) throws IOException {
        ExchangeReply.Document document = reply.document();
        byte[] body = document != null ? document.bytes() : reply.text().getBytes(settings.charset());
        response.setStatus(reply.status());
        response.setContentType(
                document != null
                        ? document.contentType()
                        : "text/plain; charset=" + settings.charset().name().toLowerCase(Locale.ROOT));
        response.setContentLength(body.length);
        if (reply.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"exchange\", charset=\"UTF-8\"");
        }
        if (reply.cookie() != null) {
            response.setHeader("Set-Cookie", reply.cookie() + "; Path=/exchange; HttpOnly; SameSite=Strict");
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> exchangeReplyAfterError() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new AfterError());
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private final class AfterError extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(REPLY) instanceof ExchangeReply reply) {
                write(reply, response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
