package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What records refer to: people, pipelines with their stages, products, price books, fields, tags. */
@RestController
class ReferenceController {
    private final References references;

    ReferenceController(References references) {
        this.references = references;
    }

    @GetMapping("/api/v1/reference/{name}")
    ResponseEntity<String> reference(HttpServletRequest request, @PathVariable String name) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("data", references.of(name, Caller.of(request).person()));
        return Answering.read(told);
    }
}
