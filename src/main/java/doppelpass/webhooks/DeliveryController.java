package doppelpass.webhooks;

import doppelpass.core.PageRequest;
import doppelpass.identity.Organisations;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an endpoint was sent, and sending it again. */
@Controller
class DeliveryController {
    private static final Set<String> STATES =
            Arrays.stream(DeliveryState.values()).map(DeliveryState::code).collect(Collectors.toUnmodifiableSet());

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Organisations organisations;
    private final Clock clock;

    DeliveryController(Endpoints endpoints, Deliveries deliveries, Organisations organisations, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/webhooks/{id}")
    ModelAndView show(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        Endpoint endpoint = endpoints.get(id);
        Asked asked = new Asked(parameters);
        String state = asked.oneOf("state", STATES);
        PageRequest request = asked.page(Set.of(), "created", true);
        var page = deliveries.page(id, state.isEmpty() ? null : DeliveryState.of(state), asked.text("type"), request);
        return new ModelAndView("webhooks/show")
                .addObject("endpoint", endpoint)
                .addObject("state", new ListState("/webhooks/" + id, asked.only("state", "type"), request, page))
                .addObject("deliveries", page.rows());
    }

    @PostMapping("/webhooks/{id}/tests")
    String test(@PathVariable long id) {
        Endpoint endpoint = endpoints.get(id);
        if (!endpoint.active()) throw Refusal.conflict("webhooks.error.inactive");
        deliveries.test(endpoint);
        return log(id);
    }

    @PostMapping("/webhooks/{id}/deliveries/{number}/repeats")
    String again(@PathVariable long id, @PathVariable long number) {
        deliveries.again(endpoints.get(id).id(), number);
        return log(id);
    }

    @PostMapping("/webhooks/{id}/replays")
    String replay(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        endpoints.get(id);
        Instant start = moment(from);
        Instant end = to.isBlank() ? clock.instant().plusSeconds(1) : moment(to);
        if (start == null || end == null || !start.isBefore(end)) throw Refusal.of("webhooks.error.span");
        deliveries.replay(id, start, end);
        return log(id);
    }

    /** As a field for day and time sends it, in the zone of the organisation. */
    private @Nullable Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(organisations.get().zone()).toInstant();
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static String log(long id) {
        return "redirect:/webhooks/" + id + "#log";
    }
}
