package doppelpass.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was refused before any controller saw it: by the routes table, the CSRF token or the server itself. */
@Controller
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
    private final Errors errors;
    private final Allowed allowed;

    ErrorController(Errors errors, Allowed allowed) {
        this.errors = errors;
        this.allowed = allowed;
    }

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        return errors.refused(refusal(status, request), request, response);
    }

    private Refusal refusal(HttpStatus status, HttpServletRequest request) {
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String method = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD));
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return Refusal.forbidden("web.error.stale");
        }
        if (status == HttpStatus.FORBIDDEN && allowed.known(method, address)) {
            return Refusal.forbidden("web.error.forbidden");
        }
        if (status == HttpStatus.FORBIDDEN || status == HttpStatus.NOT_FOUND) return Refusal.notFound();
        return Refusal.with(status, status.is5xxServerError() ? "web.error.broken" : "web.error.request");
    }
}
