package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a token opens, and the document that describes it. */
@RestController
class OverviewController {
    private final Kinds kinds;
    private final OpenApi document;
    private final References references;

    OverviewController(Kinds kinds, OpenApi document, References references) {
        this.kinds = kinds;
        this.document = document;
        this.references = references;
    }

    @GetMapping("/api/v1")
    ResponseEntity<String> overview(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "person",
                Map.of("id", caller.person().id(), "name", caller.person().name()));
        told.put(
                "token",
                Map.of(
                        "name",
                        caller.token().name(),
                        "id",
                        Token.PREFIX + caller.token().shortId()));
        told.put("scopes", caller.token().scopes().stream().sorted().toList());
        told.put(
                "lists",
                kinds.names(caller.person()).stream()
                        .filter(list -> caller.may(Scope.READ, list))
                        .map(list -> "/api/v1/" + list)
                        .toList());
        told.put(
                "reference",
                references.names(caller.person()).stream()
                        .map(name -> "/api/v1/reference/" + name)
                        .toList());
        told.put("events", "/api/v1/events");
        told.put("document", "/api/v1/openapi.json");
        return Answering.read(told);
    }

    /** Of the lists this token reads or writes. */
    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<String> document(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        List<RecordKind> open = kinds.all(caller.person()).stream()
                .filter(kind -> caller.may(Scope.READ, kind.name()) || caller.may(Scope.WRITE, kind.name()))
                .toList();
        return Answering.read(document.of(open, ApiErrors.locale(request), caller.person()));
    }
}
