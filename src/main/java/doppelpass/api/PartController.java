package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What hangs on a record: its notes, its lines; within the scope of its list. */
@RestController
class PartController {
    private final Kinds kinds;
    private final Parts parts;
    private final Answering answering;

    PartController(Kinds kinds, Parts parts, Answering answering) {
        this.kinds = kinds;
        this.parts = parts;
        this.answering = answering;
    }

    @GetMapping("/api/v1/{list}/{id}/{part}")
    ResponseEntity<String> all(
            HttpServletRequest request, @PathVariable String list, @PathVariable long id, @PathVariable String part) {
        return Answering.read(parts.all(place(request, Scope.READ, list, id, part)));
    }

    @PostMapping("/api/v1/{list}/{id}/{part}")
    ResponseEntity<String> add(
            HttpServletRequest request, @PathVariable String list, @PathVariable long id, @PathVariable String part)
            throws IOException {
        Parts.Place at = place(request, Scope.WRITE, list, id, part);
        Body body = Body.of(request);
        return answering.write(request, body, () -> parts.add(at, body.object()));
    }

    @PatchMapping("/api/v1/{list}/{id}/{part}/{item}")
    ResponseEntity<String> change(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable long id,
            @PathVariable String part,
            @PathVariable long item)
            throws IOException {
        Parts.Place at = place(request, Scope.WRITE, list, id, part);
        Body body = Body.of(request);
        return answering.write(request, body, () -> parts.change(at, item, body.object()));
    }

    @DeleteMapping("/api/v1/{list}/{id}/{part}/{item}")
    ResponseEntity<String> remove(
            HttpServletRequest request,
            @PathVariable String list,
            @PathVariable long id,
            @PathVariable String part,
            @PathVariable long item)
            throws IOException {
        Parts.Place at = place(request, Scope.WRITE, list, id, part);
        Body body = Body.of(request);
        return answering.write(request, body, () -> parts.remove(at, item));
    }

    private Parts.Place place(HttpServletRequest request, Scope scope, String list, long id, String part) {
        Caller caller = Caller.of(request);
        RecordKind kind = kinds.of(list, caller.person());
        caller.demand(scope, list);
        return parts.place(kind, id, part, caller.person());
    }
}
