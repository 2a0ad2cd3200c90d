package ru.freesport.console.storefront;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Tells every refusal of the API as a problem of RFC 9457. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
        String detail = refusal.getMessage();
        return answer(refusal.status(), detail == null ? "" : detail, refusal.errors(), request, refusal);
    }

    /** An id that is no id names nothing. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> noId(MethodArgumentTypeMismatchException e, WebRequest request) {
        boolean isPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return isPath
                ? answer(HttpStatus.NOT_FOUND, "There is no such " + e.getName(), List.of(), request, e)
                : answer(HttpStatus.BAD_REQUEST, e.getName() + " cannot be read", List.of(), request, e);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> broken(Exception e, WebRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("A call of the API broke, {}", id, e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke here; say " + id, List.of(), request, e);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Refusal.Wrong> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new Refusal.Wrong(
                        error.getField(),
                        error.getCode() == null ? "WRONG" : rule(error.getCode()),
                        error.getDefaultMessage() == null ? "" : error.getDefaultMessage()))
                .toList();
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT, "The body lacks something or holds too much", errors, request, e);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.BodyTooLarge) {
                return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", List.of(), request, e);
            }
        }
        String where = e.getCause() instanceof tools.jackson.databind.DatabindException unread ? path(unread) : "";
        return answer(
                HttpStatus.BAD_REQUEST,
                where.isEmpty() ? "The body is no JSON that can be read" : where + " cannot be read",
                List.of(),
                request,
                e);
    }

    private @Nullable ResponseEntity<Object> answer(
            HttpStatus status, String detail, List<Refusal.Wrong> errors, WebRequest request, Exception cause) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        HttpHeaders headers = new HttpHeaders();
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        return handleExceptionInternal(cause, problem, headers, status, request);
    }

    private static String path(JacksonException unread) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unread.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** {@code NotNull} is NOT_NULL. */
    private static String rule(String code) {
        return code.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }
}
