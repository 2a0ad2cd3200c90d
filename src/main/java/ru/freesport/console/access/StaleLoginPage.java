package ru.freesport.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** A login page left open longer than its session lives asks again instead of showing a bare 403. */
final class StaleLoginPage implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();
    private final String login;

    StaleLoginPage(String login) {
        this.login = login;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        boolean login = refused instanceof CsrfException
                && request.getRequestURI().equals(request.getContextPath() + this.login);
        if (login) {
            response.sendRedirect(request.getContextPath() + this.login + "?stale");
        } else {
            others.handle(request, response, refused);
        }
    }
}
