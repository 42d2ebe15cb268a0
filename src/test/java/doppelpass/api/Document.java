package doppelpass.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import doppelpass.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the API, its schemas read by a library that knows nothing of us. */
final class Document {
    /** Headers of ours: what comes of these is declared. */
    private static final Set<String> OURS =
            Set.of("RateLimit-Limit", "Retry-After", "WWW-Authenticate", "ETag", "Location", "Idempotent-Replayed");

    private final SchemaRegistry registry;
    private final JsonNode whole;

    Document(String text) {
        whole = JsonMapper.builder().build().readTree(text);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of("https://api.test/doc", text)));
    }

    List<Error> faults(String schema, String json) {
        return at("/components/schemas/" + schema, json);
    }

    /** How an answer is other than the document says of this operation; {@code path} as it stands there. */
    List<String> differences(String path, String method, Program.Answer answer) {
        JsonNode declared = followed(
                whole.path("paths").path(path).path(method).path("responses").path("" + answer.status()));
        if (declared.isMissingNode()) return List.of(answer.status() + " is not declared: " + answer.body());
        List<String> wrong = new ArrayList<>();
        declared.path("headers").propertyNames().forEach(name -> {
            boolean demanded = followed(declared.path("headers").path(name))
                    .path("required")
                    .asBoolean();
            if (demanded && answer.header(name).isEmpty()) wrong.add("no " + name);
        });
        for (String name : OURS)
            if (!answer.header(name).isEmpty() && !declared.path("headers").has(name)) wrong.add(name + " undeclared");
        String type = answer.header("content-type").replaceFirst(";.*", "");
        JsonNode content = declared.path("content").path(type);
        if (answer.body().isEmpty() != declared.path("content").isMissingNode()) wrong.add("a body, or none");
        else if (!answer.body().isEmpty() && content.isMissingNode()) wrong.add(type + " is not declared");
        else if (!answer.body().isEmpty())
            at(content.path("schema").path("$ref").asString().substring(1), answer.body())
                    .forEach(fault -> wrong.add(fault.toString()));
        return wrong;
    }

    boolean declares(String path, String method) {
        return whole.path("paths").path(path).has(method);
    }

    private List<Error> at(String pointer, String json) {
        return registry.getSchema(SchemaLocation.of("https://api.test/doc#" + pointer))
                .validate(json, InputFormat.JSON);
    }

    private JsonNode followed(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : whole.at(ref.substring(1));
    }
}
