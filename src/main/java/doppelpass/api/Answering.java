package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Performs what a request asks for, once for each key, and answers it. */
@Component
class Answering {
    private final Once once;

    Answering(Once once) {
        this.once = once;
    }

    ResponseEntity<String> write(HttpServletRequest request, Body body, Supplier<Answer> effect) {
        Answer answer = once.perform(
                Caller.of(request).person().id(), request.getHeader("Idempotency-Key"), body.fingerprint(), effect);
        ResponseEntity.BodyBuilder told = ResponseEntity.status(answer.status());
        if (answer.location() != null) told.header(HttpHeaders.LOCATION, answer.location());
        if (answer.etag() != null) told.header(HttpHeaders.ETAG, answer.etag());
        if (answer.again()) told.header("Idempotent-Replayed", "true");
        told.header(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.status() == 204
                ? told.build()
                : told.contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }

    static ResponseEntity<String> read(Object body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.text(body));
    }
}
