package doppelpass.webhooks;

import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends what is due for one endpoint. An attempt is noted after it was made: whoever is killed in between sends once more, with the
 * same id, so that the other side can tell.
 */
@Component
class Dispatch implements Job {
    static final String KIND = "webhooks.dispatch";
    private static final int AT_ONCE = 100;
    /** A dead endpoint keeps a worker no longer than it takes to find out. */
    private static final int FAILURES = 3;

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Clock clock;

    Dispatch(Endpoints endpoints, Deliveries deliveries, Courier courier, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 2;
    }

    @Override
    public void run(Run run) {
        long id = Long.parseLong(run.payload());
        int failures = 0;
        int sent = 0;
        for (; sent < AT_ONCE && failures < FAILURES; sent++) {
            Optional<Boolean> delivered = next(id);
            if (delivered.isEmpty()) break;
            failures = delivered.get() ? 0 : failures + 1;
        }
        deliveries.rest(id);
        if (sent == AT_ONCE) deliveries.wake();
    }

    /** Empty where nothing is due, or the endpoint wants nothing now. */
    private Optional<Boolean> next(long id) {
        Optional<Endpoint> endpoint = endpoints.find(id).filter(Endpoint::active);
        Optional<DeliveryTable.Claim> claim = endpoint.flatMap(one -> deliveries.claim(id));
        if (claim.isEmpty()) return Optional.empty();
        Outcome outcome = send(endpoint.get(), claim.get());
        deliveries.note(claim.get(), outcome);
        endpoints.judge(endpoint.get(), outcome);
        return Optional.of(outcome.delivered());
    }

    Outcome send(Endpoint endpoint, DeliveryTable.Claim claim) {
        Instant now = clock.instant();
        List<Secret> secrets = endpoints.secrets(endpoint.id(), now);
        if (secrets.isEmpty()) return Outcome.of(Outcome.Fault.SECRET, 0);
        long second = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", claim.messageId());
        headers.put("webhook-timestamp", Long.toString(second));
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(claim.messageId(), second, claim.body()))
                        .collect(Collectors.joining(" ")));
        return courier.send(endpoint.url(), headers, claim.body());
    }
}
