package doppelpass.api;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What one request, or one row of a batch, does to one record. Runs in a transaction of its own. */
@Component
class Requests {
    private final Reading reading;
    private final Writing writing;
    private final SourceTable sources;
    private final Seeing seeing;

    Requests(Reading reading, Writing writing, SourceTable sources, Seeing seeing) {
        this.reading = reading;
        this.writing = writing;
        this.sources = sources;
        this.seeing = seeing;
    }

    Answer create(RecordKind kind, Map<String, JsonNode> sent, Caller caller) {
        return answer(201, kind, writing.create(kind, sent, caller.person()), caller);
    }

    /** {@code match}: the version the sender has seen; null where any will do. */
    Answer change(RecordKind kind, long id, Map<String, JsonNode> sent, @Nullable String match, Caller caller) {
        locked(kind, id, match, caller.person());
        writing.change(kind, id, sent, caller.person());
        return answer(200, kind, id, caller);
    }

    Answer remove(RecordKind kind, long id, @Nullable String match, Caller caller) {
        locked(kind, id, match, caller.person());
        writing.remove(kind, id, caller.person());
        return Answer.gone();
    }

    /** By its id in another system. */
    Answer source(
            RecordKind kind,
            String system,
            String key,
            Map<String, JsonNode> sent,
            @Nullable String match,
            Caller caller) {
        String subject = kind.listing().subject();
        if (!sources.knows(subject)) throw Refusal.notFound();
        if (system.isBlank() || key.isBlank() || system.length() > 100 || key.length() > 300)
            throw Problem.of(400, "query").said("api.error.source");
        return upsert(
                "source " + subject + " " + system + " " + key,
                kind,
                () -> sources.find(subject, system, key),
                id -> sources.name(subject, id, system, key),
                sent,
                match,
                caller);
    }

    /** By its mail address; a new record gets it. */
    Answer mail(RecordKind kind, String mail, Map<String, JsonNode> sent, @Nullable String match, Caller caller) {
        var entry = kind.entry();
        if (entry == null || !entry.mailed()) throw Refusal.notFound();
        if (!seeing.sees(kind.listing().subject(), "mail")) throw Refusal.forbidden("api.error.closedField");
        Map<String, JsonNode> whole = new LinkedHashMap<>(sent);
        String address = mail.strip().toLowerCase(java.util.Locale.ROOT);
        if (address.isEmpty())
            throw Problem.of(422, "fields")
                    .said("api.error.fields")
                    .with(Problem.Fault.of("mail", Problem.Said.of("api.error.required"), null));
        whole.putIfAbsent("mail", Json.read(Json.text(address).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return upsert("mail " + address, kind, () -> entry.withMail(address), id -> {}, whole, match, caller);
    }

    /** A record that is not there has no version: whoever names one does not want it made. */
    private Answer upsert(
            String turn,
            RecordKind kind,
            Supplier<Optional<Long>> find,
            LongConsumer named,
            Map<String, JsonNode> sent,
            @Nullable String match,
            Caller caller) {
        sources.turn(turn);
        Optional<Long> known = find.get();
        if (known.isPresent()) return change(kind, known.get(), sent, match, caller);
        if (match != null) throw Problem.of(412, "changed").said("api.error.gone");
        long id = writing.create(kind, sent, caller.person());
        named.accept(id);
        return answer(201, kind, id, caller);
    }

    /** What is not for the sender is not there. */
    private void locked(RecordKind kind, long id, @Nullable String match, Person by) {
        reading.get(kind, id, by);
        writing.lock(kind, id);
        String etag = reading.get(kind, id, by).etag();
        if (match != null && !Etags.match(match, etag))
            throw Problem.of(412, "changed").said("api.error.changed").header("ETag", etag);
    }

    private Answer answer(int status, RecordKind kind, long id, Caller caller) {
        Optional<Reading.Found> found =
                caller.may(Scope.READ, kind.name()) ? reading.find(kind, id, caller.person()) : Optional.empty();
        return Answer.of(
                status,
                "/api/v1/" + kind.name() + "/" + id,
                found.map(Reading.Found::etag).orElse(null),
                found.<Object>map(Reading.Found::whole).orElse(Map.of("id", id)));
    }
}
