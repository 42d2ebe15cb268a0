package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Records by what others call them: changed where they are known, else made. */
@RestController
class UpsertController {
    private final Kinds kinds;
    private final Requests requests;
    private final Answering answering;

    UpsertController(Kinds kinds, Requests requests, Answering answering) {
        this.kinds = kinds;
        this.requests = requests;
        this.answering = answering;
    }

    @PutMapping("/api/v1/{list}/by-source/{system}/{key}")
    ResponseEntity<String> source(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String system,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, list);
        Body body = Body.of(request);
        return answering.write(request, body, () -> requests.source(kind, system, key, body.object(), match, caller));
    }

    @PutMapping("/api/v1/{list}/by-email/{mail}")
    ResponseEntity<String> mail(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable String mail,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, list);
        Body body = Body.of(request);
        return answering.write(request, body, () -> requests.mail(kind, mail, body.object(), match, caller));
    }

    private RecordKind kind(Caller caller, String list) {
        RecordKind kind = kinds.of(list, caller.person());
        caller.demand(Scope.WRITE, list);
        return kind;
    }
}
