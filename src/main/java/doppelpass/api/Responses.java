package doppelpass.api;

import static doppelpass.api.Schemas.object;
import static doppelpass.api.Schemas.ref;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the document says of answers: their statuses, and the headers that come with each. */
final class Responses {
    private static final String LOCATION = "Location";
    private static final String ETAG = "ETag";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final List<String> RATE = List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

    private static final Map<String, String> HEADERS = Map.of(
            RATE.get(0),
            "How many requests a minute this token may send",
            RATE.get(1),
            "How many of these are left",
            RATE.get(2),
            "Seconds until all are there again",
            "Retry-After",
            "Seconds until the next request is answered",
            "WWW-Authenticate",
            "How to sign in",
            ETAG,
            "The version of the record",
            LOCATION,
            "The address of the record",
            REPLAYED,
            "true where this is the answer to an earlier request with the same Idempotency-Key");

    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "The request makes no sense: its query, its JSON or a header",
            "401", "No token, or none that is valid",
            "403", "Not for this token, or not for its person",
            "404", "There is no such record for this token",
            "409", "Something else stands against it now",
            "412", "The record is no longer in the version of If-Match",
            "413", "Too large",
            "415", "Not JSON",
            "422", "What was sent is refused, field by field",
            "429", "Too many requests in this minute"));

    private Responses() {}

    static Map<String, Object> headers() {
        Map<String, Object> headers = new TreeMap<>();
        HEADERS.forEach((name, description) -> headers.put(
                name,
                object(
                        "description",
                        description,
                        "required",
                        !name.equals(REPLAYED),
                        "schema",
                        object("type", RATE.contains(name) ? "integer" : "string"))));
        return headers;
    }

    /** One for each refusal, and one for what is broken. */
    static Map<String, Object> refusals() {
        Map<String, Object> all = new LinkedHashMap<>();
        REFUSALS.forEach((status, description) -> {
            List<String> headers = new ArrayList<>(status.equals("401") ? List.of("WWW-Authenticate") : RATE);
            if (status.equals("429")) headers.add("Retry-After");
            Map<String, Object> named = named(headers);
            if (status.equals("412"))
                named.put(
                        ETAG,
                        object(
                                "description",
                                "The version it is in, if it is there",
                                "schema",
                                object("type", "string")));
            all.put("Refused" + status, answer("application/problem+json", "Problem", description, named));
        });
        all.put("Problem", answer("application/problem+json", "Problem", "A problem, RFC 9457", Map.of()));
        return all;
    }

    /** Those of a request that only reads. */
    static Map<String, Object> reading(Map<String, Object> answers) {
        return refused(answers, List.of("400", "401", "403", "404", "429"));
    }

    /** Those of a request that writes; {@code versions} where it can name the one it has seen. */
    static Map<String, Object> writing(Map<String, Object> answers, boolean versions) {
        return refused(
                answers,
                REFUSALS.keySet().stream()
                        .filter(status -> versions || !status.equals("412"))
                        .toList());
    }

    private static Map<String, Object> refused(Map<String, Object> answers, List<String> statuses) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        statuses.forEach(status -> all.put(status, object("$ref", "#/components/responses/Refused" + status)));
        all.put("default", object("$ref", "#/components/responses/Problem"));
        return all;
    }

    /** What was read; {@code versioned} with its version. */
    static Map<String, Object> read(String schema, String description, boolean versioned) {
        return answer("application/json", schema, description, named(rated(versioned ? List.of(ETAG) : List.of())));
    }

    static Map<String, Object> unchanged() {
        return object("description", "Unchanged", "headers", named(rated(List.of(ETAG))));
    }

    /** What became of a record; several at once have neither one address nor one version. */
    static Map<String, Object> written(String schema, String description, boolean several) {
        List<String> more = several ? List.of(REPLAYED) : List.of(LOCATION, ETAG, REPLAYED);
        return answer("application/json", schema, description, named(rated(more)));
    }

    /** What became of something that hangs on a record: it has an address and no version of its own. */
    static Map<String, Object> hung(String schema, String description) {
        return answer("application/json", schema, description, named(rated(List.of(LOCATION, REPLAYED))));
    }

    static Map<String, Object> gone() {
        return object("description", "In the bin", "headers", named(rated(List.of(REPLAYED))));
    }

    private static List<String> rated(List<String> more) {
        List<String> all = new ArrayList<>(RATE);
        all.addAll(more);
        return all;
    }

    private static Map<String, Object> answer(
            String type, String schema, String description, Map<String, Object> headers) {
        Map<String, Object> answer = object("description", description);
        if (!headers.isEmpty()) answer.put("headers", headers);
        answer.put("content", object(type, object("schema", ref(schema))));
        return answer;
    }

    private static Map<String, Object> named(List<String> headers) {
        Map<String, Object> named = new LinkedHashMap<>();
        headers.forEach(name -> named.put(name, object("$ref", "#/components/headers/" + name)));
        return named;
    }
}
