package doppelpass.api;

import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Up to a thousand rows in one request and one transaction; each has its own outcome and leaves nothing if it is refused. */
@Component
class Batch {
    static final int MOST = 1_000;
    private static final Set<String> WORDS = Set.of("op", "id", "match", "source", "mail", "values");

    private final Requests requests;
    private final TransactionTemplate row;

    Batch(Requests requests, PlatformTransactionManager transactions) {
        this.requests = requests;
        this.row = new TransactionTemplate(transactions);
        row.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Answer perform(RecordKind kind, JsonNode body, Caller caller, Locale locale) {
        JsonNode rows = body.isObject() ? body.path("rows") : body;
        if (!rows.isArray() || rows.isEmpty() || rows.size() > MOST)
            throw Problem.of(400, "batch").said("api.error.batch", MOST);
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        int failed = 0;
        for (JsonNode one : rows) {
            Map<String, @Nullable Object> result = outcome(kind, one, caller, locale);
            if (result.containsKey("problem")) failed++;
            results.add(result);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("succeeded", results.size() - failed);
        told.put("failed", failed);
        told.put("results", results);
        return Answer.of(207, null, null, told);
    }

    private Map<String, @Nullable Object> outcome(RecordKind kind, JsonNode one, Caller caller, Locale locale) {
        try {
            return told(Optional.ofNullable(row.execute(t -> one(kind, Json.object(one), caller)))
                    .orElseThrow());
        } catch (Problem | Refusal | DataIntegrityViolationException refused) {
            Problem problem = ApiErrors.problem(refused);
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            result.put("status", problem.status());
            result.put("problem", problem.body(locale));
            return result;
        }
    }

    private static Map<String, @Nullable Object> told(Answer answer) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("status", answer.status());
        String location = answer.location();
        if (location != null) result.put("id", Long.valueOf(location.substring(location.lastIndexOf('/') + 1)));
        if (answer.etag() != null) result.put("etag", answer.etag());
        return result;
    }

    private Answer one(RecordKind kind, Map<String, JsonNode> row, Caller caller) {
        for (String word : row.keySet()) {
            if (!WORDS.contains(word))
                throw Problem.of(422, "batch").said("api.error.row", word, String.join(", ", sorted()));
        }
        JsonNode values = row.get("values");
        Map<String, JsonNode> sent = values == null ? Map.of() : Json.object(values);
        JsonNode op = row.get("op");
        return switch (op == null ? "create" : op.asString("")) {
            case "create" -> requests.create(kind, sent, caller);
            case "update" -> requests.change(kind, id(row), sent, match(row), caller);
            case "upsert" -> upsert(kind, row, sent, caller);
            case "delete" -> requests.remove(kind, id(row), match(row), caller);
            default -> throw Problem.of(422, "batch").said("api.error.op");
        };
    }

    private Answer upsert(RecordKind kind, Map<String, JsonNode> row, Map<String, JsonNode> sent, Caller caller) {
        JsonNode mail = row.get("mail");
        if (mail != null && text(mail)) return requests.mail(kind, mail.stringValue(), sent, match(row), caller);
        JsonNode source = row.get("source");
        if (source == null || !text(source.path("system")) || !text(source.path("id")))
            throw Problem.of(422, "batch").said("api.error.upsert");
        return requests.source(
                kind, source.path("system").stringValue(), source.path("id").stringValue(), sent, match(row), caller);
    }

    private static boolean text(JsonNode node) {
        return node.isString() && Sent.storable(node.stringValue());
    }

    private static long id(Map<String, JsonNode> row) {
        JsonNode id = row.get("id");
        if (id == null || !id.isIntegralNumber() || !id.canConvertToLong())
            throw Problem.of(422, "batch").said("api.error.rowId");
        return id.longValue();
    }

    private static @Nullable String match(Map<String, JsonNode> row) {
        JsonNode match = row.get("match");
        if (match == null || match.isNull()) return null;
        if (!match.isString()) throw Problem.of(422, "batch").said("api.error.match");
        return match.stringValue();
    }

    private static List<String> sorted() {
        return WORDS.stream().sorted().toList();
    }
}
