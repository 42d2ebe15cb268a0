package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of every list for programs. */
@RestController
class RecordController {
    private final Kinds kinds;
    private final Reading reading;
    private final Requests requests;
    private final Batch batch;
    private final Answering answering;

    RecordController(Kinds kinds, Reading reading, Requests requests, Batch batch, Answering answering) {
        this.kinds = kinds;
        this.reading = reading;
        this.requests = requests;
        this.batch = batch;
        this.answering = answering;
    }

    @GetMapping("/api/v1/{list}")
    ResponseEntity<String> list(
            HttpServletRequest request, @PathVariable String list, @RequestParam Map<String, String> asked) {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.READ, list);
        return Answering.read(reading.list(kind, Query.of(kind, asked), caller.person()));
    }

    @GetMapping("/api/v1/{list}/{id}")
    ResponseEntity<String> show(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String fields,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.READ, list);
        List<ApiField> wanted = Query.fields(kind, fields);
        Reading.Found found = reading.get(kind, id, caller.person());
        boolean same = seen != null && Etags.match(seen, found.etag());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(same ? 304 : 200)
                .header(HttpHeaders.ETAG, found.etag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return same
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(Json.text(found.only(wanted)));
    }

    @PostMapping("/api/v1/{list}")
    ResponseEntity<String> create(HttpServletRequest request, @PathVariable String list) throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.WRITE, list);
        Body body = Body.of(request);
        return answering.write(request, body, () -> requests.create(kind, body.object(), caller));
    }

    @PatchMapping("/api/v1/{list}/{id}")
    ResponseEntity<String> change(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.WRITE, list);
        Body body = Body.of(request);
        return answering.write(request, body, () -> requests.change(kind, id, body.object(), match, caller));
    }

    @DeleteMapping("/api/v1/{list}/{id}")
    ResponseEntity<String> remove(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match)
            throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.WRITE, list);
        Body body = Body.of(request);
        return answering.write(request, body, () -> requests.remove(kind, id, match, caller));
    }

    @PostMapping("/api/v1/{list}/batch")
    ResponseEntity<String> batch(HttpServletRequest request, @PathVariable String list) throws IOException {
        Caller caller = Caller.of(request);
        RecordKind kind = kind(caller, Scope.WRITE, list);
        Body body = Body.ofBatch(request);
        return answering.write(
                request, body, () -> batch.perform(kind, body.json(), caller, ApiErrors.locale(request)));
    }

    private RecordKind kind(Caller caller, Scope scope, String list) {
        RecordKind kind = kinds.of(list, caller.person());
        caller.demand(scope, list);
        return kind;
    }
}
