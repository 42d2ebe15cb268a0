package doppelpass.api;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: decimals stay exact, a name stands once, nothing follows the end. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder(tools.jackson.core.json.JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (!read.isMissingNode()) return read;
        } catch (JacksonException e) {
            var place = e.getLocation();
            int line = place == null ? 1 : place.getLineNr();
            int column = place == null ? 1 : place.getColumnNr();
            throw Problem.of(400, "json").said("api.error.json", line, column);
        }
        throw Problem.of(400, "json").said("api.error.empty");
    }

    /** The values of an object by their names. */
    static Map<String, JsonNode> object(JsonNode node) {
        if (!node.isObject()) throw Problem.of(400, "json").said("api.error.object");
        Map<String, JsonNode> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }
}
