package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed, for programs that follow. */
@RestController
class EventController {
    private final Kinds kinds;
    private final Events events;

    EventController(Kinds kinds, Events events) {
        this.kinds = kinds;
        this.events = events;
    }

    @GetMapping("/api/v1/events")
    ResponseEntity<String> after(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(defaultValue = "") String lists) {
        Caller caller = Caller.of(request);
        if (!after.isEmpty() && !after.equals("now") && !after.matches("\\d{1,18}"))
            throw wrong("after", Problem.Said.of("api.error.after"));
        int most = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (most < 1 || most > Events.MOST) throw wrong("limit", Problem.Said.of("api.error.limit", Events.MOST));
        return Answering.read(events.after(after, most, followed(caller, lists), caller.person()));
    }

    /** The lists asked for, or all that the token reads. */
    private List<RecordKind> followed(Caller caller, String lists) {
        if (lists.isBlank())
            return kinds.all(caller.person()).stream()
                    .filter(kind -> caller.may(Scope.READ, kind.name()))
                    .toList();
        Set<String> names =
                Set.copyOf(Arrays.stream(lists.split(",")).map(String::strip).toList());
        names.forEach(name -> caller.demand(Scope.READ, name));
        return names.stream().map(name -> kinds.of(name, caller.person())).toList();
    }

    private static Problem wrong(String field, Problem.Said message) {
        return Problem.of(400, "query").said("api.error.query").with(Problem.Fault.of(field, message, null));
    }
}
