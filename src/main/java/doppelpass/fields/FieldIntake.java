package doppelpass.fields;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a module lets in from files, with the fields people made up for it; they are merged in the same statements. */
record FieldIntake(Intake own, List<CustomField> custom, List<Stages> stages) implements Intake {
    /** Functions take a hundred arguments at most. */
    private static final int AT_ONCE = 40;

    @Override
    public List<IntakeField> fields() {
        List<IntakeField> fields = new ArrayList<>(own.fields());
        custom.forEach(field -> fields.add(field(field)));
        return fields;
    }

    @Override
    public Map<String, String> scratch() {
        return with(own.scratch(), "fields", "jsonb");
    }

    @Override
    public Map<String, String> derived() {
        return with(own.derived(), "fields", "s.fields");
    }

    @Override
    public void recognise(IntakeBatch batch) {
        own.recognise(batch);
    }

    @Override
    public Map<String, String> lacking(IntakeBatch batch) {
        Map<String, String> lacking = new LinkedHashMap<>(own.lacking(batch));
        custom.stream().filter(CustomField::required).forEach(field -> {
            String empty = batch.mapped().contains(field.name()) ? staged(field) + " is null" : "true";
            lacking.put(field.name(), "(" + empty + there(field) + ")");
        });
        return lacking;
    }

    /** A condition on rows of those stages that demand the field. */
    private String there(CustomField field) {
        Long from = field.fromStage();
        if (from == null) return "";
        return stages.stream()
                .filter(known -> known.kind().equals(field.kind()))
                .map(known -> " and s." + known.column() + " = any ('{"
                        + known.beyond(from).stream().map(Object::toString).collect(Collectors.joining(","))
                        + "}'::bigint[])")
                .findFirst()
                .orElse(" and false");
    }

    /** What the file says nothing about stays; an empty cell takes a value away, unless the record must have one. */
    @Override
    public void prepare(IntakeBatch batch) {
        own.prepare(batch);
        Set<String> mapped = batch.mapped();
        List<CustomField> said =
                custom.stream().filter(f -> mapped.contains(f.name())).toList();
        StringBuilder given = new StringBuilder("'{}'::jsonb");
        for (int from = 0; from < said.size(); from += AT_ONCE) {
            given.append(" || jsonb_strip_nulls(jsonb_build_object(");
            List<String> pairs = said.subList(from, Math.min(said.size(), from + AT_ONCE)).stream()
                    .map(field -> "'" + field.key() + "', " + staged(field))
                    .toList();
            given.append(String.join(", ", pairs)).append("))");
        }
        String keys = said.stream()
                .filter(field -> !field.required() || field.fromStage() != null)
                .map(CustomField::key)
                .collect(Collectors.joining(",", "'{", "}'::text[]"));
        batch.execute("update {s} s set fields = " + given);
        batch.execute("update {s} s set fields = (t.fields - " + keys + ") || s.fields from " + own.table()
                + " t where t.id = s.record_id");
    }

    private static String staged(CustomField field) {
        return switch (field.type()) {
            case CHOICES -> "to_jsonb(string_to_array(s." + field.name() + ", ','))";
            case LINK -> "s." + field.name() + "_id";
            default -> "s." + field.name();
        };
    }

    private static IntakeField field(CustomField field) {
        IntakeField staged = switch (field.type()) {
            case TEXT, FORMULA -> IntakeField.text(field.name(), Typed.LONGEST);
            case NUMBER -> IntakeField.of(field.name(), IntakeField.Type.DECIMAL);
            case MONEY -> IntakeField.of(field.name(), IntakeField.Type.MONEY);
            case DATE -> IntakeField.of(field.name(), IntakeField.Type.DATE);
            case FLAG -> IntakeField.of(field.name(), IntakeField.Type.FLAG);
            case CHOICE -> IntakeField.choice(field.name(), codes(field).toArray(String[]::new));
            case CHOICES -> IntakeField.choices(field.name(), codes(field));
            case LINK -> IntakeField.link(field.name(), Objects.requireNonNull(field.target()));
        };
        return staged.staged()
                .called(new IntakeField.Words(
                        field.label().key(),
                        List.of(field.label().german(), field.label().english(), field.name()),
                        words(field)));
    }

    private static List<String> codes(CustomField field) {
        return field.options().stream().map(CustomField.Option::code).toList();
    }

    private static Map<String, String> words(CustomField field) {
        Map<String, String> words = new HashMap<>();
        field.options().forEach(option -> {
            words.putIfAbsent(option.label().german().toLowerCase(Locale.ROOT), option.code());
            words.putIfAbsent(option.label().english().toLowerCase(Locale.ROOT), option.code());
        });
        return words;
    }

    private static Map<String, String> with(Map<String, String> own, String name, String sql) {
        Map<String, String> more = new HashMap<>(own);
        more.put(name, sql);
        return more;
    }

    @Override
    public String object() {
        return own.object();
    }

    @Override
    public int order() {
        return own.order();
    }

    @Override
    public String table() {
        return own.table();
    }

    @Override
    public String keys() {
        return own.keys();
    }

    @Override
    public Optional<String> standIn(String field, Map<String, String> values) {
        return own.standIn(field, values);
    }

    @Override
    public Map<String, String> initial() {
        return own.initial();
    }

    @Override
    public Map<String, String> contradictions() {
        return own.contradictions();
    }

    @Override
    public boolean corrects() {
        return own.corrects();
    }

    @Override
    public void follow(IntakeBatch batch) {
        own.follow(batch);
    }

    @Override
    public void undo(long importId) {
        own.undo(importId);
    }

    @Override
    public void undone(long importId) {
        own.undone(importId);
    }
}
