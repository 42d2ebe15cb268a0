package doppelpass.fields;

import doppelpass.database.ExtendedIntake;
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
import java.util.Set;
import java.util.stream.Collectors;

/** What a module lets in from files, with the fields people made up for it; they are merged in the same statements. */
final class FieldIntake extends ExtendedIntake {
    /** Functions take a hundred arguments at most. */
    private static final int AT_ONCE = 40;

    private final List<CustomField> custom;
    private final List<Stages> stages;

    FieldIntake(Intake own, List<CustomField> custom, List<Stages> stages) {
        super(own);
        this.custom = custom;
        this.stages = stages;
    }

    @Override
    public List<IntakeField> fields() {
        List<IntakeField> fields = new ArrayList<>(super.fields());
        custom.forEach(field -> fields.add(field(field)));
        return fields;
    }

    @Override
    public Map<String, String> scratch() {
        return with(super.scratch(), "fields", "jsonb");
    }

    @Override
    public Map<String, String> derived() {
        return with(super.derived(), "fields", "s.fields");
    }

    @Override
    public Map<String, String> lacking(IntakeBatch batch) {
        Map<String, String> lacking = new LinkedHashMap<>(super.lacking(batch));
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
        super.prepare(batch);
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
        batch.execute("update {s} s set fields = (t.fields - " + keys + ") || s.fields from " + table()
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
    public String linked(IntakeField link) {
        return custom.stream()
                .filter(field -> field.name().equals(link.name()))
                .findFirst()
                .map(field -> "(t.fields ->> '" + field.key() + "')::bigint")
                .orElseGet(() -> super.linked(link));
    }
}
