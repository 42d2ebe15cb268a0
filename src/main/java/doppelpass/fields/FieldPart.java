package doppelpass.fields;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fields people made up beside a record, in their groups, written in place. */
@Component
class FieldPart implements RecordPart {
    private final Fields fields;

    FieldPart(Fields fields) {
        this.fields = fields;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        List<FieldValue> values = fields.show(record.kind().code(), record.id());
        if (values.isEmpty()) return List.of();
        return List.of(new Part(Place.SIDE, 40, "fields/part", Map.of("record", record, "groups", groups(values))));
    }

    /** By what they are called in German; what has no group stands first, so that it does not seem to have the last one. */
    private static Map<String, List<FieldValue>> groups(List<FieldValue> values) {
        Map<String, String> headings = new LinkedHashMap<>();
        Map<String, List<FieldValue>> groups = new LinkedHashMap<>();
        List<FieldValue> alone =
                values.stream().filter(v -> v.field().section().empty()).toList();
        if (!alone.isEmpty()) groups.put("", alone);
        for (FieldValue value : values) {
            CustomField.Text section = value.field().section();
            if (section.empty()) continue;
            String heading = headings.computeIfAbsent(section.german(), german -> section.key());
            groups.computeIfAbsent(heading, h -> new ArrayList<>()).add(value);
        }
        return groups;
    }
}
