package doppelpass.webhooks;

import doppelpass.api.Events;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The systems that are told; whoever says where one is answers for what it hears. */
@Component
class Endpoints {
    static final Duration OLD_COUNTS = Duration.ofHours(24);
    static final Duration PATIENCE = Duration.ofDays(5);

    private final EndpointTable table;
    private final Events events;
    private final Key key;
    private final StopMail mail;
    private final Clock clock;

    Endpoints(EndpointTable table, Events events, Key key, StopMail mail, Clock clock) {
        this.table = table;
        this.events = events;
        this.key = key;
        this.mail = mail;
        this.clock = clock;
    }

    /** One that was made, and its secret, told this once. */
    record Made(long id, Secret secret) {}

    List<Endpoint> all() {
        return table.all();
    }

    List<Endpoint> active() {
        return table.active();
    }

    Endpoint get(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Endpoint> find(long id) {
        return table.find(id);
    }

    int stopped() {
        return table.stopped();
    }

    /** It hears what happens from now on. */
    @Transactional
    public Made add(EndpointForm form, Person by) {
        if (table.count() >= EndpointTable.MOST) throw Refusal.conflict("webhooks.error.many", EndpointTable.MOST);
        Secret secret = Secret.fresh();
        return new Made(
                table.insert(form, by.id(), key.close(secret.text()), events.newest(), clock.instant()), secret);
    }

    /** From now on it hears what {@code by} sees: nobody can turn another one's sight to an address of their own. */
    @Transactional
    public void change(long id, EndpointForm form, Person by) {
        get(id);
        table.update(id, form, by.id());
    }

    @Transactional
    public void remove(long id) {
        get(id);
        table.delete(id);
    }

    @Transactional
    public void pause(long id) {
        get(id);
        table.state(id, EndpointState.PAUSED, null);
    }

    /** Goes on from where it stood, so that nothing is missed. */
    @Transactional
    public void resume(long id) {
        get(id);
        table.fine(id);
        table.state(id, EndpointState.ACTIVE, null);
    }

    /** The secret before signs beside the new one for a day. */
    @Transactional
    public Secret rotate(long id) {
        get(id);
        Secret secret = Secret.fresh();
        table.rotate(id, key.close(secret.text()), clock.instant().plus(OLD_COUNTS));
        return secret;
    }

    /** The newest first; none where the key in the home folder is another one. */
    List<Secret> secrets(long id, Instant now) {
        List<Secret> secrets = new ArrayList<>();
        table.sealed(id).ifPresent(kept -> {
            open(kept.secret()).ifPresent(secrets::add);
            Instant until = kept.oldUntil();
            if (until != null && now.isBefore(until)) open(kept.old()).ifPresent(secrets::add);
        });
        return secrets;
    }

    private Optional<Secret> open(@Nullable String sealed) {
        return sealed == null ? Optional.empty() : key.open(sealed).map(Secret::new);
    }

    /** Notes how an attempt ended; an endpoint that wants no more, or has failed for days, is stopped and its person told. */
    @Transactional
    public void judge(Endpoint endpoint, Outcome outcome) {
        Instant now = clock.instant();
        if (outcome.delivered()) {
            table.fine(endpoint.id());
            return;
        }
        table.failing(endpoint.id(), now);
        Instant since = endpoint.failingSince();
        if (outcome.gone()) stop(endpoint, "gone");
        else if (since != null && !since.plus(PATIENCE).isAfter(now)) stop(endpoint, "failing");
    }

    /** Where its person no longer works here there is nobody to tell. */
    @Transactional
    public void stop(Endpoint endpoint, String why) {
        if (table.state(endpoint.id(), EndpointState.STOPPED, why)) mail.send(endpoint, why);
    }
}
