package doppelpass.api;

import doppelpass.web.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records as they are answered and as they can be sent, made of the fields that serve the requests. */
final class Schemas {
    private static final String DECIMAL = "^-?[0-9]{1,12}(\\.[0-9]{1,6})?$";

    private Schemas() {}

    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) object.put((String) pairs[i], pairs[i + 1]);
        return object;
    }

    static Map<String, Object> ref(String schema) {
        return object("$ref", "#/components/schemas/" + schema);
    }

    /** {@code Deal} */
    static String name(RecordKind kind) {
        String subject = kind.listing().subject();
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    /** The schemas of one kind. */
    static Map<String, Object> of(RecordKind kind, Locale locale) {
        String name = name(kind);
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("id", object("type", "integer", "format", "int64"));
        kind.readable().forEach(field -> read.put(field.name(), described(read(field), field, locale)));
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(
                name,
                object("type", "object", "properties", read, "required", List.of("id"), "additionalProperties", false));
        schemas.put(name + "New", sent(kind, true, locale));
        schemas.put(name + "Change", sent(kind, false, locale));
        schemas.put(name + "Page", page(name));
        return schemas;
    }

    private static Map<String, Object> page(String name) {
        Map<String, Object> place = object("type", List.of("string", "null"));
        return object(
                "type",
                "object",
                "properties",
                object(
                        "data", object("type", "array", "items", ref(name)),
                        "next", place,
                        "previous", place,
                        "total", object("type", "integer"),
                        "total_estimated", object("type", "boolean")),
                "required",
                List.of("data", "next", "previous"),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> sent(RecordKind kind, boolean fresh, Locale locale) {
        return sent(kind.writable(fresh), fresh, locale);
    }

    static Map<String, Object> sent(List<ApiField> fields, boolean fresh, Locale locale) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), described(write(field), field, locale)));
        Map<String, Object> schema = object("type", "object", "properties", properties, "additionalProperties", false);
        List<String> required = fields.stream()
                .filter(f -> fresh && f.own() && f.required())
                .map(ApiField::name)
                .toList();
        if (!required.isEmpty()) schema.put("required", required);
        return schema;
    }

    static Map<String, Object> readable(ApiField field, Locale locale) {
        return described(read(field), field, locale);
    }

    private static Map<String, Object> described(Map<String, Object> schema, ApiField field, Locale locale) {
        Map<String, Object> whole = new LinkedHashMap<>(schema);
        whole.put("description", Messages.text(locale, field.label()));
        return whole;
    }

    private static Map<String, Object> read(ApiField field) {
        return switch (field.kind()) {
            case TEXT, CHOICE -> object("type", List.of("string", "null"));
            case NUMBER -> object("type", List.of("number", "null"));
            case MONEY -> orNull(ref("Money"));
            case DAY -> object("type", List.of("string", "null"), "format", "date");
            case MOMENT -> object("type", List.of("string", "null"), "format", "date-time");
            case FLAG -> object("type", List.of("boolean", "null"));
            case LINK -> orNull(ref("Link"));
            case TEXTS -> object("type", "array", "items", object("type", "string"));
        };
    }

    private static Map<String, Object> write(ApiField field) {
        return switch (field.kind()) {
            case TEXT -> object("type", types(field, "string"));
            case CHOICE -> choice(field);
            case NUMBER -> object("type", types(field, "number", "string"));
            case MONEY -> orNull(object("type", "number"), object("type", "string", "pattern", DECIMAL), ref("Money"));
            case DAY -> object("type", types(field, "string"), "format", "date");
            case MOMENT -> object("type", types(field, "string"), "format", "date-time");
            case FLAG -> object("type", types(field, "boolean"));
            case LINK -> link(field);
            case TEXTS -> object("type", types(field, "array"), "items", object("type", "string"));
        };
    }

    private static Map<String, Object> choice(ApiField field) {
        if (field.choices().isEmpty()) return object("type", types(field, "string"));
        List<@Nullable Object> codes = new ArrayList<>(field.choices());
        if (!field.required()) codes.add(null);
        return object("enum", codes);
    }

    private static Map<String, Object> link(ApiField field) {
        Map<String, Object> id = object("type", "integer", "format", "int64");
        Map<String, Object> whole = object("type", "object", "properties", object("id", id), "required", List.of("id"));
        return field.named() ? orNull(id, whole, object("type", "string")) : orNull(id, whole);
    }

    private static List<String> types(ApiField field, String... types) {
        List<String> all = new ArrayList<>(List.of(types));
        if (!field.required()) all.add("null");
        return all;
    }

    @SafeVarargs
    private static Map<String, Object> orNull(Map<String, Object>... schemas) {
        List<Map<String, Object>> any = new ArrayList<>(List.of(schemas));
        any.add(object("type", "null"));
        return object("anyOf", any);
    }

    /** What all kinds share. */
    static Map<String, Object> shared() {
        Map<String, Object> text = object("type", "string");
        Map<String, Object> whole = object("type", "integer");
        return object(
                "Money",
                object(
                        "type", "object",
                        "properties", object("amount", object("type", "string", "pattern", DECIMAL), "currency", text),
                        "required", List.of("amount", "currency")),
                "Link",
                object(
                        "type", "object",
                        "properties", object("id", whole, "name", text, "list", text),
                        "required", List.of("id", "name")),
                "Problem",
                problem(text, whole),
                "EventPage",
                events(text, whole),
                "Batch",
                batch(text, whole),
                "BatchResult",
                result(text, whole));
    }

    private static Map<String, Object> problem(Map<String, Object> text, Map<String, Object> whole) {
        Map<String, Object> fault = object(
                "type",
                "object",
                "properties",
                object("field", text, "message", text, "remedy", text, "line", whole, "column", whole),
                "required",
                List.of("field", "message"));
        return object(
                "type",
                "object",
                "properties",
                object(
                        "type", text,
                        "title", text,
                        "status", whole,
                        "detail", text,
                        "errors", object("type", "array", "items", fault)),
                "required",
                List.of("type", "title", "status"));
    }

    private static Map<String, Object> events(Map<String, Object> text, Map<String, Object> whole) {
        Map<String, Object> event = object(
                "type",
                "object",
                "properties",
                object(
                        "id", whole,
                        "type", text,
                        "list", text,
                        "record", whole,
                        "at", object("type", "string", "format", "date-time"),
                        "origin", object("enum", List.of("page", "import", "api", "automation", "system")),
                        "person", object("type", List.of("integer", "null"))),
                "required",
                List.of("id", "type", "list", "record", "at", "origin", "person"),
                "additionalProperties",
                false);
        return object(
                "type",
                "object",
                "properties",
                object(
                        "data", object("type", "array", "items", event),
                        "next", whole,
                        "more", object("type", "boolean")),
                "required",
                List.of("data", "next", "more"),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> batch(Map<String, Object> text, Map<String, Object> whole) {
        Map<String, Object> source = object(
                "type",
                "object",
                "properties",
                object("system", text, "id", text),
                "required",
                List.of("system", "id"));
        Map<String, Object> row = object(
                "type",
                "object",
                "properties",
                object(
                        "op", object("enum", List.of("create", "update", "upsert", "delete")),
                        "id", whole,
                        "match", text,
                        "source", source,
                        "mail", text,
                        "values", object("type", "object")),
                "additionalProperties",
                false);
        Map<String, Object> rows = object("type", "array", "minItems", 1, "maxItems", Batch.MOST, "items", row);
        return object("type", "object", "properties", object("rows", rows), "required", List.of("rows"));
    }

    private static Map<String, Object> result(Map<String, Object> text, Map<String, Object> whole) {
        Map<String, Object> row = object(
                "type",
                "object",
                "properties",
                object("status", whole, "id", whole, "etag", text, "problem", ref("Problem")),
                "required",
                List.of("status"));
        return object(
                "type",
                "object",
                "properties",
                object("succeeded", whole, "failed", whole, "results", object("type", "array", "items", row)),
                "required",
                List.of("succeeded", "failed", "results"));
    }
}
