package doppelpass.fields;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fields that a house made up, for programs: what they are called here and there, and what they take. */
@Component
class FieldReference implements Reference {
    private final FieldTable table;

    FieldReference(FieldTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return "fields";
    }

    @Override
    public String page() {
        return "/fields";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        return table.all().stream().map(FieldReference::told).toList();
    }

    private static Map<String, @Nullable Object> told(CustomField field) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", field.id());
        told.put("on", field.kind());
        told.put("name", field.name());
        told.put("type", field.type().name().toLowerCase(Locale.ROOT));
        told.put("label", words(field.label()));
        told.put("help", words(field.help()));
        told.put("required", field.required());
        told.put("from_stage", field.fromStage());
        told.put("formula", field.formula().isEmpty() ? null : field.formula());
        told.put("archived", field.archived());
        told.put("choices", field.options().stream().map(FieldReference::choice).toList());
        return told;
    }

    private static Map<String, Object> choice(CustomField.Option option) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", option.code());
        told.put("label", words(option.label()));
        told.put("archived", option.archived());
        return told;
    }

    private static Map<String, String> words(CustomField.Text text) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("de", text.german());
        words.put("en", text.english());
        return words;
    }
}
