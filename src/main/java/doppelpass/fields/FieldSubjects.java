package doppelpass.fields;

import doppelpass.identity.Organisations;
import doppelpass.rules.FieldType;
import doppelpass.rules.Relation;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectField;
import doppelpass.rules.SubjectPlug;
import doppelpass.rules.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets rules speak about fields people made up: {@code company.x_machines}. Archived ones stay, because rules in force may
 * ask for them.
 */
@Component
class FieldSubjects implements SubjectPlug {
    private final FieldTable table;
    private final Formulas formulas;
    private final Organisations organisations;

    FieldSubjects(FieldTable table, @Lazy Formulas formulas, Organisations organisations) {
        this.table = table;
        this.formulas = formulas;
        this.organisations = organisations;
    }

    @Override
    public List<Subject> subjects() {
        List<CustomField> fields = table.all();
        if (fields.isEmpty()) return List.of();
        int digits = organisations.decimals();
        Map<String, Subject> kinds = new LinkedHashMap<>();
        for (CustomField field : fields) {
            Subject subject = kinds.getOrDefault(field.kind(), Subject.extending(field.kind(), "fields.field"));
            kinds.put(field.kind(), with(subject, field, digits));
        }
        return List.copyOf(kinds.values());
    }

    @Override
    public Object stamp() {
        return List.of(table.all(), organisations.decimals());
    }

    private Subject with(Subject subject, CustomField field, int digits) {
        Word label = Word.of(field.label().key());
        String target = field.target();
        if (field.type() == ValueType.LINK && target != null)
            return subject.relation(new Relation(
                    field.name(),
                    false,
                    target,
                    label,
                    (owner, ownerKey, other, otherKey) -> leads(sql(field, owner, digits), otherKey)));
        return subject.field(new SubjectField(
                field.name(),
                type(field.shown()),
                true,
                alias -> sql(field, alias, digits),
                label,
                field.options().stream().map(CustomField.Option::code).toList(),
                field.choiceWords(),
                null));
    }

    private Field<?> sql(CustomField field, Table<?> alias, int digits) {
        Field<JSONB> values = Objects.requireNonNull(ValueSql.values(alias));
        return field.computed() ? formulas.sql(field, alias) : ValueSql.of(field, values, digits);
    }

    @SuppressWarnings("unchecked")
    private static Condition leads(Field<?> link, Field<?> key) {
        return ((Field<Object>) link).eq((Field<Object>) key);
    }

    private static FieldType type(ValueType type) {
        return switch (type) {
            case NUMBER, MONEY -> FieldType.DECIMAL;
            case DATE -> FieldType.DATE;
            case FLAG -> FieldType.BOOL;
            case CHOICES -> FieldType.LIST_OF_STRING;
            case TEXT, CHOICE, LINK, FORMULA -> FieldType.STRING;
        };
    }
}
