package doppelpass.fields;

import static doppelpassdb.fields.Tables.CHOICE;
import static doppelpassdb.fields.Tables.FIELD;

import doppelpass.fields.CustomField.Option;
import doppelpass.fields.CustomField.Text;
import doppelpass.web.Answers;
import doppelpassdb.fields.tables.records.FieldRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of the definitions of fields. */
@Component
class FieldTable {
    private static final int MOST = 2_000;

    private final DSLContext db;

    FieldTable(DSLContext db) {
        this.db = db;
    }

    /** Every field of every kind, archived ones last. */
    List<CustomField> all() {
        return Answers.once("fields.all", () -> fields(DSL.noCondition()));
    }

    List<CustomField> active(String kind) {
        return all().stream()
                .filter(field -> field.kind().equals(kind) && !field.archived())
                .toList();
    }

    Optional<CustomField> find(long id) {
        return fields(FIELD.ID.eq(id)).stream().findFirst();
    }

    /** Until the end of the transaction nobody else changes what fields there are. */
    void lock() {
        db.execute("lock table fields.field in share row exclusive mode");
    }

    long insert(CustomField field) {
        FieldRecord row = row(field);
        row.setKind(field.kind());
        row.setKey(field.key());
        row.setPosition(field.position());
        long id = db.insertInto(FIELD).set(row).returning(FIELD.ID).fetchSingle(FIELD.ID);
        options(id, field.options());
        return id;
    }

    void update(CustomField field) {
        db.update(FIELD).set(row(field)).where(FIELD.ID.eq(field.id())).execute();
        options(field.id(), field.options());
    }

    void archived(long id, boolean archived) {
        db.update(FIELD).set(FIELD.ARCHIVED, archived).where(FIELD.ID.eq(id)).execute();
    }

    /** Numbers the fields in this order. */
    void order(List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            db.update(FIELD)
                    .set(FIELD.POSITION, i + 1)
                    .where(FIELD.ID.eq(ids.get(i)))
                    .execute();
        }
    }

    private void options(long field, List<Option> options) {
        db.deleteFrom(CHOICE).where(CHOICE.FIELD_ID.eq(field)).execute();
        var insert = db.insertInto(
                CHOICE,
                CHOICE.FIELD_ID,
                CHOICE.CODE,
                CHOICE.LABEL_DE,
                CHOICE.LABEL_EN,
                CHOICE.POSITION,
                CHOICE.ARCHIVED);
        int position = 0;
        for (Option option : options) {
            Text label = option.label();
            insert =
                    insert.values(field, option.code(), label.german(), label.english(), ++position, option.archived());
        }
        if (position > 0) insert.execute();
    }

    private List<CustomField> fields(Condition where) {
        List<FieldRecord> rows = db.selectFrom(FIELD)
                .where(where)
                .orderBy(FIELD.ARCHIVED, FIELD.KIND, FIELD.POSITION, FIELD.ID)
                .limit(MOST)
                .fetch();
        if (rows.isEmpty()) return List.of();
        Map<Long, List<Option>> options = db.selectFrom(CHOICE)
                .where(CHOICE.FIELD_ID.in(rows.stream().map(FieldRecord::getId).toList()))
                .orderBy(CHOICE.FIELD_ID, CHOICE.POSITION)
                .fetchGroups(
                        CHOICE.FIELD_ID,
                        r -> new Option(r.getCode(), new Text(r.getLabelDe(), r.getLabelEn()), r.getArchived()));
        return rows.stream()
                .map(row -> field(row, options.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    private static FieldRecord row(CustomField field) {
        FieldRecord row = new FieldRecord();
        row.setType(field.type().code());
        row.setLabelDe(field.label().german());
        row.setLabelEn(field.label().english());
        row.setHelpDe(field.help().german());
        row.setHelpEn(field.help().english());
        row.setSectionDe(field.section().german());
        row.setSectionEn(field.section().english());
        row.setRequired(field.required());
        row.setFromStage(field.fromStage());
        row.setTarget(field.target());
        row.setFormula(field.formula());
        ValueType result = field.result();
        row.setResult(result == null ? null : result.code());
        row.setQuick(field.quick());
        return row;
    }

    private static CustomField field(FieldRecord r, List<Option> options) {
        return new CustomField(
                r.getId(),
                r.getKind(),
                r.getKey(),
                ValueType.of(r.getType()),
                new Text(r.getLabelDe(), r.getLabelEn()),
                new Text(r.getHelpDe(), r.getHelpEn()),
                new Text(r.getSectionDe(), r.getSectionEn()),
                r.getPosition(),
                r.getRequired(),
                r.getFromStage(),
                r.getTarget(),
                r.getFormula(),
                r.getResult() == null ? null : ValueType.of(r.getResult()),
                r.getQuick(),
                r.getArchived(),
                options);
    }
}
