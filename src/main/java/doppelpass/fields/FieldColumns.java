package doppelpass.fields;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The fields people made up as columns of lists: sorted, written in place, exported. */
@Component
class FieldColumns implements MoreColumns {
    private static final String FLAG = "fields.flag.";

    private final FieldTable table;
    private final ValueTable values;
    private final Fields fields;
    private final Formulas formulas;
    private final Organisations organisations;

    FieldColumns(FieldTable table, ValueTable values, Fields fields, Formulas formulas, Organisations organisations) {
        this.table = table;
        this.values = values;
        this.fields = fields;
        this.formulas = formulas;
        this.organisations = organisations;
    }

    @Override
    public List<Column> of(Listing listing) {
        Field<JSONB> stored = ValueSql.values(listing.table());
        if (stored == null || !Homes.kinds().contains(listing.subject())) return List.of();
        return table.active(listing.subject()).stream()
                .map(field -> column(field, listing, stored))
                .toList();
    }

    private Column column(CustomField field, Listing listing, Field<JSONB> stored) {
        if (field.computed()) return computed(field, formulas.sql(field, listing.table()));
        Field<?> value = ValueSql.of(field, stored, organisations.decimals());
        return switch (field.type()) {
            case TEXT -> of(field, new Shape.Text(), value, sort(value), Editing.Input.TEXT, value);
            case NUMBER -> of(field, new Shape.Number(), value, value, Editing.Input.TEXT, value);
            case MONEY -> of(field, new Shape.Money(), ValueSql.minor(field, stored), value, Editing.Input.TEXT, value);
            case DATE -> of(field, new Shape.Day(), value, value, Editing.Input.DAY, value);
            case CHOICE -> of(field, new Shape.Code(field.choiceWords()), value, value, Editing.Input.CHOICE, value);
            case CHOICES -> several(field, value);
            case FLAG -> of(field, new Shape.Code(FLAG), value, value, Editing.Input.CHOICE, value);
            case LINK -> link(field, value.coerce(Long.class));
            case FORMULA -> throw new IllegalStateException(field.name());
        };
    }

    private Column several(CustomField field, Field<?> value) {
        Field<String> typed = DSL.field("array_to_string({0}, ', ')", String.class, value);
        return of(field, new Shape.Tags(field.choiceWords()), value, typed, Editing.Input.TAGS, typed);
    }

    private Column link(CustomField field, Field<Long> id) {
        String target = Objects.requireNonNull(field.target());
        String page = new Subject(Subject.Kind.valueOf(target.toUpperCase(Locale.ROOT)), 0).list();
        Field<String> name = values.linkedName(target, id);
        Column column = of(
                field,
                new Shape.Link("/" + page + "/"),
                name,
                sort(name),
                Editing.Input.TEXT,
                values.linkedText(target, id));
        return new Column(
                column.name(), column.label(), column.shape(), List.of(name, id), column.sort(), column.editing());
    }

    private static Column computed(CustomField field, Field<?> value) {
        Shape shape = switch (field.shown()) {
            case NUMBER -> new Shape.Number();
            case DATE -> new Shape.Day();
            case FLAG -> new Shape.Code(FLAG);
            default -> new Shape.Text();
        };
        return new Column(field.name(), field.label().key(), shape, List.of(value), value, null);
    }

    private Column of(
            CustomField field, Shape shape, Field<?> read, Field<?> sort, Editing.Input input, Field<?> typed) {
        Editing editing = new Editing(
                input,
                typed,
                () -> choices(field),
                code -> label(field, code),
                field.required() && field.fromStage() == null,
                new Writing(field));
        return new Column(field.name(), field.label().key(), shape, List.of(read), sort, editing);
    }

    /** Through the front door of custom fields. */
    private final class Writing implements Editing.Change {
        private final CustomField field;

        Writing(CustomField field) {
            this.field = field;
        }

        @Override
        public void set(long id, String value, Person by) {
            String whole = changed(Map.of(id, value)).getOrDefault(id, value);
            fields.write(field.kind(), id, Map.of(field.name(), whole));
        }

        @Override
        public Set<Long> setAll(Map<Long, String> values, Person by) {
            return fields.write(field.kind(), field.name(), changed(values));
        }

        /** Several choices can be added to those there are, or taken from them. */
        private Map<Long, String> changed(Map<Long, String> values) {
            if (field.type() != ValueType.CHOICES || values.values().stream().noneMatch(Several::adds)) return values;
            Map<Long, Map<String, Object>> present = fields.values(field.kind(), values.keySet());
            Map<Long, String> whole = new TreeMap<>();
            values.forEach((id, value) -> whole.put(
                    id,
                    Several.adds(value) ? Several.changed(field, present.getOrDefault(id, Map.of()), value) : value));
            return whole;
        }
    }

    private static List<String> choices(CustomField field) {
        return switch (field.type()) {
            case FLAG -> List.of("true", "false");
            case CHOICE, CHOICES -> field.offered();
            default -> List.of();
        };
    }

    private static String label(CustomField field, String code) {
        String key = field.type() == ValueType.FLAG ? FLAG + code : field.choiceWords() + code;
        return Messages.has(key) ? Words.t(key) : code;
    }

    static Field<String> sort(Field<?> text) {
        return DSL.lower(text.coerce(String.class));
    }
}
