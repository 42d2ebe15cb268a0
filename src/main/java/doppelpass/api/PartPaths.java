package doppelpass.api;

import static doppelpass.api.Schemas.object;
import static doppelpass.api.Schemas.ref;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Attached;
import doppelpass.lists.plug.EntryField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What hangs on records, and what they refer to, in the OpenAPI document. */
@Component
class PartPaths {
    private final Parts parts;
    private final References references;

    PartPaths(Parts parts, References references) {
        this.parts = parts;
        this.references = references;
    }

    Map<String, Object> paths(RecordKind kind) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Attached part : parts.of(kind)) {
            String path = "/" + kind.name() + "/{id}/" + part.name();
            String on = Schemas.name(kind);
            String name = name(part);
            paths.put(
                    path,
                    object(
                            "parameters", List.of(OpenApi.inPath("id", object("type", "integer"))),
                            "get", reading(kind, "list" + on + name + "s", name + "List"),
                            "post", sending(operation(kind, "add" + on + name, "201", name), name + "New")));
            paths.put(
                    path + "/{item}",
                    object(
                            "parameters",
                            List.of(
                                    OpenApi.inPath("id", object("type", "integer")),
                                    OpenApi.inPath("item", object("type", "integer"))),
                            "patch",
                            sending(operation(kind, "change" + on + name, "200", name), name + "Change"),
                            "delete",
                            removing(kind, "remove" + on + name)));
        }
        return paths;
    }

    Map<String, Object> schemas(RecordKind kind, Locale locale) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Attached part : parts.of(kind)) {
            String name = name(part);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("id", object("type", "integer", "format", "int64"));
            fields(part.told()).forEach(field -> told.put(field.name(), Schemas.readable(field, locale)));
            schemas.put(
                    name,
                    object(
                            "type",
                            "object",
                            "properties",
                            told,
                            "required",
                            List.of("id"),
                            "additionalProperties",
                            false));
            schemas.put(name + "List", list(ref(name)));
            schemas.put(name + "New", Schemas.sent(fields(part.sent()), true, locale));
            schemas.put(name + "Change", Schemas.sent(fields(part.sent()), false, locale));
        }
        return schemas;
    }

    /** One path for everything that is referred to. */
    Map<String, Object> reference(Person reader) {
        Map<String, Object> answer = object(
                "description",
                "All of them",
                "content",
                object("application/json", object("schema", list(object("type", "object")))));
        return object(
                "parameters", List.of(OpenApi.inPath("name", object("enum", references.names(reader)))),
                "get",
                        object(
                                "operationId", "reference",
                                "tags", List.of("reference"),
                                "responses", Responses.reading(object("200", answer))));
    }

    /** {@code Note} */
    private static String name(Attached part) {
        String one = part.name().replaceFirst("s$", "");
        return one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1);
    }

    private static List<ApiField> fields(List<EntryField> fields) {
        return fields.stream().map(field -> ApiField.entered(field, null)).toList();
    }

    private static Map<String, Object> list(Map<String, Object> of) {
        return object(
                "type",
                "object",
                "properties",
                object("data", object("type", "array", "items", of)),
                "required",
                List.of("data"),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> reading(RecordKind kind, String id, String schema) {
        return object(
                "operationId", id,
                "tags", List.of(kind.name()),
                "responses", Responses.reading(object("200", Responses.read(schema, "All of them", false))));
    }

    private static Map<String, Object> operation(RecordKind kind, String id, String status, String schema) {
        return object(
                "operationId", id,
                "tags", List.of(kind.name()),
                "parameters", List.of(OpenApi.key()),
                "responses", Responses.writing(object(status, Responses.hung(schema, "Done")), false));
    }

    private static Map<String, Object> removing(RecordKind kind, String id) {
        return object(
                "operationId", id,
                "tags", List.of(kind.name()),
                "parameters", List.of(OpenApi.key()),
                "responses", Responses.writing(object("204", Responses.gone()), false));
    }

    private static Map<String, Object> sending(Map<String, Object> operation, String schema) {
        operation.put(
                "requestBody",
                object("required", true, "content", object("application/json", object("schema", ref(schema)))));
        return operation;
    }
}
