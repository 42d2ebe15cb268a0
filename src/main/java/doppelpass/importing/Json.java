package doppelpass.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Mappings and presets as text; unknown words are refused, so that a typing error is not silently ignored. */
final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(
                    i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Mapping mapping(String text) {
        try {
            return JSON.readValue(text, Mapping.class);
        } catch (JacksonException e) {
            throw new BrokenFile("The mapping cannot be read: " + e.getOriginalMessage());
        }
    }

    /** What a folder exported by a known system holds: which file is what, and which files stay out and why. */
    record Preset(String name, List<Entry> files, Map<String, String> skipped) {}

    /**
     * @param having one of these columns must be there, or the file stays out; empty asks for none
     */
    record Entry(List<String> names, List<String> having, Mapping mapping) {
        Entry {
            having = Objects.requireNonNullElse(having, List.of());
        }
    }

    static final List<String> PRESETS = List.of("zoho-crm");

    static Preset preset(String name) {
        if (!PRESETS.contains(name)) {
            throw new BrokenFile("There is no preset " + name + ". There is: " + String.join(", ", PRESETS));
        }
        try (InputStream in = Json.class.getResourceAsStream("presets/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(in), Preset.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
