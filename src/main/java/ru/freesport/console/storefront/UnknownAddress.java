package ru.freesport.console.storefront;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers where nothing else under /api does: the console would answer a program with a page. */
@Controller
@Hidden
class UnknownAddress {

    private static final String EVERYTHING = "/api/**";

    private final RequestMappingHandlerMapping mappings;

    UnknownAddress(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @RequestMapping(EVERYTHING)
    void answer(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> allowed = new TreeSet<>();
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            if (mapping.getPathPatternsCondition() != null
                    && mapping.getPathPatternsCondition().getPatterns().stream()
                            .anyMatch(pattern ->
                                    !pattern.getPatternString().equals(EVERYTHING) && pattern.matches(path))) {
                mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(allowed::add);
            }
        }
        if (allowed.isEmpty()) {
            throw Refusal.notFound("such address");
        }
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), allowed);
    }
}
