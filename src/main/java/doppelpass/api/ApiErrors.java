package doppelpass.api;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error of the API as {@code application/problem+json}, in the language the program asks for. */
@RestControllerAdvice(
        assignableTypes = {
            RecordController.class,
            UpsertController.class,
            OverviewController.class,
            EventController.class,
            PartController.class,
            ReferenceController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(Exception.class)
    void failed(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(e);
        if (problem.status() >= 500 || e instanceof DataIntegrityViolationException)
            LOG.warn("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        write(problem, request, response);
    }

    static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locale(request);
        response.setStatus(problem.status());
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        problem.headers().forEach(response::setHeader);
        response.getOutputStream().write(Json.text(problem.body(locale)).getBytes(StandardCharsets.UTF_8));
    }

    static Problem problem(Exception e) {
        return switch (e) {
            case Problem problem -> problem;
            case Refusal refusal -> refused(refusal);
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.of(404, "not-found").said("web.error.notFound");
            case ConcurrencyFailureException crossed ->
                Problem.of(409, "conflict").said("api.error.crossed");
            case RequestRejectedException unreadable ->
                Problem.of(400, "header").said("api.error.header");
            case DataIntegrityViolationException clash ->
                Problem.of(409, "conflict").said("web.error.clash");
            default -> Problem.of(500, "broken").said("web.error.broken");
        };
    }

    private static Problem refused(Refusal refusal) {
        String type = switch (refusal.status()) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case CONFLICT -> "conflict";
            default -> "refused";
        };
        return Problem.of(refusal.status().value(), type).said(refusal.key(), refusal.arguments());
    }

    /** German or English, whichever is asked for first. */
    static Locale locale(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        List<Locale.LanguageRange> asked = List.of();
        try {
            if (header != null) asked = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException nonsense) {
            return Locale.ENGLISH;
        }
        Locale found = Locale.lookup(asked, Arrays.asList(Locale.ENGLISH, Locale.GERMAN));
        return found == null ? Locale.ENGLISH : found;
    }
}
