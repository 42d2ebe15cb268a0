package doppelpass.fields;

import doppelpass.database.Seeing;
import doppelpass.fields.ValueTable.Absent;
import doppelpass.identity.Organisations;
import doppelpass.web.OwnWords;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The values of fields people made up. A kind is what rules call the record, a name ({@code x_machines}) what they call the field. */
@Component
public class Fields {
    private final FieldTable table;
    private final ValueTable values;
    private final Shown shown;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Seeing seeing;
    private final Clock clock;

    Fields(
            FieldTable table,
            ValueTable values,
            Shown shown,
            Organisations organisations,
            ApplicationEventPublisher events,
            Seeing seeing,
            Clock clock) {
        this.table = table;
        this.values = values;
        this.shown = shown;
        this.organisations = organisations;
        this.events = events;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** The fields of a kind in their order, archived ones left out. */
    public List<CustomField> of(String kind) {
        return table.active(kind);
    }

    /** What is stored of these records by the names of the fields; formulas and what is missing are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Object>> values(String kind, Collection<Long> ids) {
        List<CustomField> fields = of(kind);
        Map<Long, Map<String, Object>> found = new TreeMap<>();
        values.of(kind, ids).forEach((id, stored) -> {
            Map<String, Object> named = new LinkedHashMap<>();
            for (CustomField field : fields) {
                Object value = FieldValue.of(field, stored).value();
                if (value != null && !field.computed()) named.put(field.name(), value);
            }
            found.put(id, named);
        });
        return found;
    }

    /** Writes values as somebody types them, an empty one takes the value away; the other fields stay as they are. */
    @Transactional
    public void write(String kind, long id, Map<String, String> typed) {
        if (typed.isEmpty()) return;
        Map<String, CustomField> known = of(kind).stream().collect(Collectors.toMap(CustomField::name, f -> f));
        Map<String, Object> changes = new LinkedHashMap<>();
        typed.forEach((name, text) -> {
            CustomField field = writable(known.get(name), kind, name);
            changes.put(field.key(), written(field, text));
        });
        if (!values.write(kind, id, changes, clock.instant())) throw Refusal.notFound();
        events.publishEvent(new FieldsChanged(kind, Set.of(id)));
    }

    /** One field of many records, as somebody types it; records whose value cannot be stay as they are and are left out. */
    @Transactional
    public Set<Long> write(String kind, String name, Map<Long, String> typed) {
        CustomField field = writable(
                of(kind).stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElse(null),
                kind,
                name);
        Map<String, Optional<Object>> read = new HashMap<>();
        Map<Long, Object> changes = new TreeMap<>();
        typed.forEach((id, text) ->
                read.computeIfAbsent(text, once -> possible(field, once)).ifPresent(value -> changes.put(id, value)));
        Set<Long> changed = values.write(kind, field.key(), changes, clock.instant());
        if (!changed.isEmpty()) events.publishEvent(new FieldsChanged(kind, changed));
        return changed;
    }

    private CustomField writable(@Nullable CustomField field, String kind, String name) {
        if (field == null) throw Refusal.of("fields.error.unknown", name, kind);
        if (!seeing.writes(kind, name)) throw Refusal.forbidden("fields.error.closed");
        return field;
    }

    /** What is stored for a text; refused if it cannot be. */
    private Object written(CustomField field, String text) {
        Object value = read(field, text);
        if (value == null && field.required() && field.fromStage() == null)
            throw Refusal.of("fields.error.required", Typed.name(field));
        return value == null ? Absent.VALUE : value;
    }

    private Optional<Object> possible(CustomField field, String text) {
        try {
            return Optional.of(written(field, text));
        } catch (Refusal cannotBe) {
            return Optional.empty();
        }
    }

    /** Writes values known from elsewhere into many records at once; who must be told of changes is not. */
    @Transactional
    public void takeOver(String kind, Map<Long, Map<String, String>> typed) {
        Map<String, CustomField> known = of(kind).stream().collect(Collectors.toMap(CustomField::name, f -> f));
        Map<Long, Map<String, Object>> all = new TreeMap<>();
        typed.forEach((id, texts) -> {
            Map<String, Object> given = new LinkedHashMap<>();
            texts.forEach((name, text) -> {
                CustomField field = known.get(name);
                if (field == null) throw Refusal.of("fields.error.unknown", name, kind);
                Object value = read(field, text);
                if (value != null) given.put(field.key(), value);
            });
            all.put(id, given);
        });
        values.add(kind, all);
    }

    /** Refuses a record that lacks what it must have, having reached these stages. */
    @Transactional(readOnly = true)
    public void demand(String kind, long id, Collection<Long> stages) {
        List<CustomField> demanded = demanded(kind, stages);
        if (demanded.isEmpty()) return;
        JsonNode stored = values.of(kind, List.of(id)).get(id);
        List<String> missing = demanded.stream()
                .filter(field -> stored == null || FieldValue.of(field, stored).empty())
                .map(Typed::name)
                .toList();
        if (missing.isEmpty()) return;
        throw Refusal.of(stages.isEmpty() ? "fields.error.lacking" : "fields.error.demanded", missing);
    }

    /** What a form must ask for; {@code sent} is what came back from it, empty when it is shown first. */
    @Transactional(readOnly = true)
    public Demanded demanded(String kind, @Nullable Long id, Collection<Long> stages, Map<String, String> sent) {
        return asked(kind, id, demanded(kind, stages), stages, sent);
    }

    /** What a form may ask for, for new records and those that are written nowhere but in forms. */
    @Transactional(readOnly = true)
    public Demanded asked(String kind, @Nullable Long id, Collection<Long> stages, Map<String, String> sent) {
        return asked(kind, id, writable(kind), stages, sent);
    }

    /** A new record together with what its form asked for: both or neither. */
    @Transactional
    public long add(String kind, Demanded asked, LongSupplier record) {
        long id = record.getAsLong();
        write(kind, id, asked.given());
        return id;
    }

    private Demanded asked(
            String kind,
            @Nullable Long id,
            List<CustomField> fields,
            Collection<Long> stages,
            Map<String, String> sent) {
        Map<String, String> known = id == null || fields.isEmpty() ? Map.of() : typed(kind, id);
        return new Demanded(
                fields.stream()
                        .map(field -> ask(
                                field,
                                field.requiredAt(stages),
                                sent.getOrDefault(field.name(), known.getOrDefault(field.name(), ""))))
                        .toList(),
                !sent.isEmpty());
    }

    private List<CustomField> demanded(String kind, Collection<Long> stages) {
        return writable(kind).stream().filter(field -> field.requiredAt(stages)).toList();
    }

    private List<CustomField> writable(String kind) {
        return of(kind).stream()
                .filter(field -> !field.computed() && seeing.writes(kind, field.name()))
                .toList();
    }

    private Demanded.Ask ask(CustomField field, boolean must, String typed) {
        try {
            boolean lacks = read(field, typed) == null && must;
            return new Demanded.Ask(
                    field, must, typed, lacks ? inBoth(Refusal.of("fields.error.required", Typed.name(field))) : null);
        } catch (Refusal refusal) {
            return new Demanded.Ask(field, must, typed, inBoth(refusal));
        }
    }

    private static String inBoth(Refusal refusal) {
        return OwnWords.label(refusal.text(Locale.GERMAN), refusal.text(Locale.ENGLISH));
    }

    private @Nullable Object read(CustomField field, String typed) {
        Object value = new Typed(organisations.get().currency()).read(field, typed);
        String target = field.target();
        if (value instanceof Long id && field.type() == ValueType.LINK && target != null) {
            if (!values.names(target, Set.of(id)).containsKey(id))
                throw Refusal.of("fields.error.noRecord", Typed.name(field), typed.strip());
        }
        return value;
    }

    private Map<String, String> typed(String kind, long id) {
        return show(kind, id).stream()
                .collect(Collectors.toMap(
                        value -> value.field().name(),
                        value -> value.typed(organisations.get().currency())));
    }

    String typed(FieldValue value) {
        return value.typed(organisations.get().currency());
    }

    /** Every field of a record with what stands there, formulas computed, links named. */
    @Transactional(readOnly = true)
    public List<FieldValue> show(String kind, long id) {
        return shown.of(kind, id);
    }

    @Transactional(readOnly = true)
    Map<Long, List<FieldValue>> show(String kind, Collection<Long> ids) {
        return shown.of(kind, ids);
    }
}
