package doppelpass.api;

import static doppelpass.api.Schemas.object;
import static doppelpass.api.Schemas.ref;

import doppelpass.identity.Person;
import doppelpass.lists.Rows;
import doppelpass.lists.plug.Entry;
import doppelpass.web.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The OpenAPI 3.1 document of some kinds, made of the fields that serve the requests. */
@Component
class OpenApi {
    private static final Map<String, Object> TEXT = object("type", "string");

    private final SourceTable sources;
    private final Rows rows;
    private final PartPaths parts;

    OpenApi(SourceTable sources, Rows rows, PartPaths parts) {
        this.sources = sources;
        this.rows = rows;
        this.parts = parts;
    }

    /** What this reader can do: what nobody changes or deletes this way has no such operation. */
    Map<String, Object> of(List<RecordKind> kinds, Locale locale, Person reader) {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>(Schemas.shared());
        for (RecordKind kind : kinds) {
            schemas.putAll(Schemas.of(kind, locale));
            paths.putAll(paths(kind, reader));
            schemas.putAll(parts.schemas(kind, locale));
            paths.putAll(parts.paths(kind));
        }
        paths.put("/reference/{name}", parts.reference(reader));
        paths.put("/events", object("get", events()));
        return object(
                "openapi",
                "3.1.0",
                "info",
                object(
                        "title", "Doppelpass",
                        "version", "1",
                        "description", Messages.text(locale, "api.document")),
                "servers",
                List.of(object("url", "/api/v1")),
                "security",
                List.of(object("token", List.of())),
                "paths",
                paths,
                "components",
                object(
                        "securitySchemes",
                        object("token", object("type", "http", "scheme", "bearer")),
                        "headers",
                        Responses.headers(),
                        "responses",
                        Responses.refusals(),
                        "schemas",
                        schemas));
    }

    private Map<String, Object> paths(RecordKind kind, Person reader) {
        String name = Schemas.name(kind);
        String path = "/" + kind.name();
        Entry entry = kind.entry();
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, Object> collection = object("get", list(kind, name));
        if (entry != null) collection.put("post", write(kind, "create", name + "New", 201, name, List.of(key())));
        paths.put(path, collection);
        Map<String, Object> one = object(
                "parameters", List.of(inPath("id", object("type", "integer"))),
                "get", show(kind, name));
        if (rows.changes(kind.listing(), reader))
            one.put("patch", write(kind, "change", name + "Change", 200, name, List.of(key(), match())));
        if (rows.removes(kind.listing(), reader)) one.put("delete", remove(kind));
        paths.put(path + "/{id}", one);
        if (entry == null) return paths;
        paths.put(path + "/batch", object("post", write(kind, "batch", "Batch", 207, "BatchResult", List.of(key()))));
        if (sources.knows(kind.listing().subject()))
            paths.put(
                    path + "/by-source/{system}/{key}",
                    object(
                            "parameters", List.of(inPath("system", TEXT), inPath("key", TEXT)),
                            "put", write(kind, "upsertBySource", name + "New", 200, name, List.of(key(), match()))));
        if (entry.mailed())
            paths.put(
                    path + "/by-email/{mail}",
                    object(
                            "parameters", List.of(inPath("mail", TEXT)),
                            "put", write(kind, "upsertByEmail", name + "New", 200, name, List.of(key(), match()))));
        return paths;
    }

    private static Map<String, Object> events() {
        return object(
                "operationId",
                "events",
                "tags",
                List.of("events"),
                "parameters",
                List.of(
                        inQuery("after", TEXT),
                        inQuery("lists", TEXT),
                        inQuery(
                                "limit",
                                object("type", "integer", "minimum", 1, "maximum", Events.MOST, "default", 100))),
                "responses",
                Responses.reading(object("200", Responses.read("EventPage", "What changed", false))));
    }

    private static Map<String, Object> list(RecordKind kind, String name) {
        List<String> sorts = new ArrayList<>();
        kind.listing().sorts().keySet().forEach(column -> sorts.addAll(List.of(column, "-" + column)));
        return operation(
                kind,
                "list",
                List.of(
                        inQuery("filter", TEXT),
                        inQuery("sort", object("enum", sorts)),
                        inQuery("fields", TEXT),
                        inQuery("cursor", TEXT),
                        inQuery("limit", object("type", "integer", "minimum", 1, "maximum", 200, "default", 50)),
                        inQuery("count", object("enum", List.of("exact", "estimate")))),
                Responses.reading(object("200", Responses.read(name + "Page", "A page", false))));
    }

    private static Map<String, Object> show(RecordKind kind, String name) {
        Map<String, Object> answers = object("200", Responses.read(name, "The record", true));
        answers.put("304", Responses.unchanged());
        return operation(
                kind, "show", List.of(inQuery("fields", TEXT), header("If-None-Match")), Responses.reading(answers));
    }

    private static Map<String, Object> write(
            RecordKind kind,
            String verb,
            String sent,
            int status,
            String answered,
            List<Map<String, Object>> parameters) {
        Map<String, Object> answers = new LinkedHashMap<>();
        boolean several = verb.equals("batch");
        answers.put(Integer.toString(status), Responses.written(answered, "Done", several));
        if (verb.startsWith("upsert")) answers.put("201", Responses.written(answered, "Made", several));
        boolean versions = parameters.contains(match());
        Map<String, Object> operation = operation(kind, verb, parameters, Responses.writing(answers, versions));
        operation.put(
                "requestBody",
                object("required", true, "content", object("application/json", object("schema", ref(sent)))));
        return operation;
    }

    private static Map<String, Object> remove(RecordKind kind) {
        return operation(
                kind, "delete", List.of(key(), match()), Responses.writing(object("204", Responses.gone()), true));
    }

    private static Map<String, Object> operation(
            RecordKind kind, String verb, List<Map<String, Object>> parameters, Map<String, Object> answers) {
        return object(
                "operationId",
                verb + Schemas.name(kind),
                "tags",
                List.of(kind.name()),
                "parameters",
                parameters,
                "responses",
                answers);
    }

    static Map<String, Object> key() {
        return header("Idempotency-Key");
    }

    private static Map<String, Object> match() {
        return header("If-Match");
    }

    private static Map<String, Object> header(String name) {
        return object("name", name, "in", "header", "schema", TEXT);
    }

    private static Map<String, Object> inQuery(String name, Map<String, Object> schema) {
        return object("name", name, "in", "query", "schema", schema);
    }

    static Map<String, Object> inPath(String name, Map<String, Object> schema) {
        return object("name", name, "in", "path", "required", true, "schema", schema);
    }
}
