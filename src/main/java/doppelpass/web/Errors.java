package doppelpass.web;

import doppelpass.core.MalformedText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error as a plain sentence: a page, or a toast when htmx asked. */
@ControllerAdvice
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private final Locals locals;

    Errors(Locals locals) {
        this.locals = locals;
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        // an argument may word itself as pages do
        String text = ScopedValue.where(Local.CURRENT, locals.of(request)).call(() -> refusal.text(locale(request)));
        return answer(refusal.status(), text, request, response).addObject("remedy", refusal.remedy());
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request, HttpServletResponse response) {
        return refused(Refusal.notFound(), request, response);
    }

    /** An address that somebody wrote or cut by hand. */
    @ExceptionHandler(MalformedText.class)
    ModelAndView malformed(HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, Messages.text(locale(request), "web.error.request"), request, response);
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView clash(DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response) {
        // what the database cannot even read, such as a character without a meaning, clashes with nothing
        if (e.getMostSpecificCause() instanceof SQLException cause
                && String.valueOf(cause.getSQLState()).startsWith("22"))
            return answer(
                    HttpStatus.BAD_REQUEST, Messages.text(locale(request), "web.error.request"), request, response);
        LOG.warn("Constraint on {} {}", request.getMethod(), request.getRequestURI(), e);
        return refused(Refusal.conflict("web.error.clash"), request, response);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView broken(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof org.springframework.web.ErrorResponse known
                && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, Messages.text(locale(request), "web.error.request"), request, response);
        }
        if (e instanceof org.springframework.security.access.AccessDeniedException) {
            throw e;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        String text = Messages.text(locale(request), "web.error.broken");
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, text, request, response);
    }

    private ModelAndView answer(
            HttpStatus status, String text, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status.value());
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "beforeend");
            response.setHeader("HX-Push-Url", "false");
            return new ModelAndView("web/toast").addObject("text", text).addObject("kind", "bad");
        }
        String title = Messages.text(
                locale(request),
                "web.error.title." + (status.is5xxServerError() ? "ours" : status.value() == 404 ? "404" : "yours"));
        return new ModelAndView("web/error").addObject("title", title).addObject("text", text);
    }

    private Locale locale(HttpServletRequest request) {
        return locals.of(request).locale();
    }
}
