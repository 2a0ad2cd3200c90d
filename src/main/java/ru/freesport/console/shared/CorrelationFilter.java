package ru.freesport.console.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Begins the correlation of every click and call; programs may bring one of their own and are told which one it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
final class CorrelationFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isProgram = isProgram(request.getRequestURI());
        String brought = isProgram ? request.getHeader(Correlation.HEADER) : null;
        String id = Correlation.isAcceptable(brought) ? brought : Correlation.fresh();
        if (isProgram) {
            response.setHeader(Correlation.HEADER, id);
        }
        try (Correlation _ = Correlation.named(id)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isProgram(String path) {
        return path.startsWith("/api/") || path.startsWith("/exchange/") || path.startsWith("/webhooks/");
    }
}
