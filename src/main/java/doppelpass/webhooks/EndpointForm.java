package doppelpass.webhooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed in about an endpoint. */
public record EndpointForm(String name, String url, List<String> lists, List<String> events) {

    public EndpointForm(
            @Nullable String name, @Nullable String url, @Nullable List<String> lists, @Nullable List<String> events) {
        this.name = name == null ? "" : name.strip();
        this.url = url == null ? "" : url.strip();
        this.lists = lists == null ? List.of() : List.copyOf(lists);
        this.events = events == null ? List.of() : List.copyOf(events);
    }

    static EndpointForm empty() {
        return new EndpointForm("", "", List.of(), Endpoint.EVENTS);
    }

    static EndpointForm of(Endpoint endpoint) {
        return new EndpointForm(endpoint.name(), endpoint.url(), endpoint.lists(), endpoint.events());
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors(Destinations destinations, List<String> open) {
        Map<String, String> errors = new HashMap<>();
        if (name.isEmpty() || name.length() > 100) errors.put("name", "webhooks.error.name");
        if (destinations.read(url).isEmpty()) errors.put("url", "webhooks.error.url");
        if (lists.isEmpty() || !open.containsAll(lists)) errors.put("lists", "webhooks.error.lists");
        if (events.isEmpty() || !Endpoint.EVENTS.containsAll(events)) errors.put("events", "webhooks.error.events");
        return errors;
    }
}
