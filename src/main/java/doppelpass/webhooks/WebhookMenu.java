package doppelpass.webhooks;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Endpoints, with how many were stopped. */
@Component
class WebhookMenu implements Menu {
    private final Endpoints endpoints;

    WebhookMenu(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                Section.SETTINGS, 69, "webhooks.title", "/webhooks", "webhook", reader -> endpoints.stopped()));
    }
}
