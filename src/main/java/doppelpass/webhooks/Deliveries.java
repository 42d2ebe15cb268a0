package doppelpass.webhooks;

import doppelpass.api.Events;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Tokens;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is on its way to the endpoints, and what became of it. */
@Component
class Deliveries {
    static final String TEST = "webhook.test";
    private static final JsonMapper JSON = new JsonMapper();

    private final DeliveryTable table;
    private final EndpointTable endpoints;
    private final Queue queue;
    private final Clock clock;

    Deliveries(DeliveryTable table, EndpointTable endpoints, Queue queue, Clock clock) {
        this.table = table;
        this.endpoints = endpoints;
        this.queue = queue;
        this.clock = clock;
    }

    Page<Delivery> page(long endpoint, @Nullable DeliveryState state, String type, PageRequest request) {
        return table.page(endpoint, state, type, request);
    }

    /** Events and the place behind them together or not at all: none is lost or put twice. False where somebody else did. */
    @Transactional
    public boolean take(long endpoint, long from, long to, List<Events.Event> events) {
        if (!endpoints.advance(endpoint, from, to)) return false;
        table.insert(endpoint, events.stream().map(Deliveries::parcel).toList(), clock.instant());
        return true;
    }

    /** Has work done for every endpoint with something due, once each. */
    @Transactional
    public void wake() {
        table.wake(clock.instant()).forEach(endpoint -> queue.put(Dispatch.KIND, Long.toString(endpoint)));
    }

    @Transactional
    public void rest(long endpoint) {
        table.rest(endpoint);
    }

    @Transactional
    public Optional<DeliveryTable.Claim> claim(long endpoint) {
        return table.claim(endpoint, clock.instant());
    }

    @Transactional
    public void note(DeliveryTable.Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        Instant next = outcome.delivered()
                ? null
                : Backoff.after(claim.attempt(), ThreadLocalRandom.current().nextDouble())
                        .map(now::plus)
                        .orElse(null);
        table.note(claim, outcome, next, now);
    }

    /** Something to try the other side with. */
    @Transactional
    public void test(Endpoint endpoint) {
        Instant now = clock.instant();
        table.insert(
                endpoint.id(),
                List.of(new DeliveryTable.Parcel(null, freshId(), TEST, body(TEST, now, Map.of()))),
                now);
        wake();
    }

    @Transactional
    public void again(long endpoint, long delivery) {
        if (table.again(endpoint, delivery, clock.instant()) == 0) throw Refusal.notFound();
        wake();
    }

    /** Everything that was put into this span, whatever became of it. */
    @Transactional
    public int replay(long endpoint, Instant from, Instant to) {
        int count = table.again(endpoint, from, to, clock.instant());
        wake();
        return count;
    }

    private static DeliveryTable.Parcel parcel(Events.Event event) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", event.id());
        data.put("list", event.list());
        data.put("record", event.record());
        data.put("origin", event.origin());
        data.put("person", event.person());
        return new DeliveryTable.Parcel(event.id(), freshId(), event.type(), body(event.type(), event.at(), data));
    }

    private static String body(String type, Instant at, Map<String, ? extends @Nullable Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }

    private static String freshId() {
        return "msg_" + Tokens.fresh();
    }
}
