package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.web.Choice;
import doppelpass.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the mapping page shows about one file. */
public record MappingPage(
        FileRow file,
        String format,
        String object,
        List<ColumnRow> columns,
        List<IntakeField> fields,
        List<String> required,
        String numbers,
        String dates,
        String match,
        String text,
        String problem,
        List<IntakeField> shownFields,
        List<RowReader.Row> rows,
        List<RemarkRow> remarks,
        int refused,
        int looked) {
    private static final int SHOWN = 8;
    private static final int REFUSED_SHOWN = 20;

    /** One column of the file with its first values and the field it fills ("" = none). */
    public record ColumnRow(int place, String name, String samples, String field) {}

    /** What a column can fill, in the words of who reads the page. */
    public List<Choice> fieldChoices() {
        List<Choice> choices = new ArrayList<>(Choice.ofMessages("importing.field", List.of(Mapping.ID)));
        fields.forEach(field -> choices.add(new Choice(field.name(), Words.t(field.label()))));
        return choices;
    }

    static MappingPage of(
            FileRow file,
            FileHead head,
            Mapping mapping,
            Intake intake,
            Imports.@Nullable Preview preview,
            String problem) {
        return new MappingPage(
                file,
                head.format(),
                mapping.object(),
                columns(head, mapping),
                intake.fields(),
                intake.fields().stream()
                        .filter(IntakeField::required)
                        .map(IntakeField::name)
                        .toList(),
                Objects.requireNonNullElse(mapping.numbers(), ""),
                Objects.requireNonNullElse(mapping.dates(), ""),
                Objects.requireNonNullElse(mapping.match(), ""),
                Json.write(mapping),
                problem,
                preview == null ? List.of() : preview.fields(),
                preview == null
                        ? List.of()
                        : preview.rows().stream().limit(SHOWN).toList(),
                preview == null ? List.of() : remarked(file, preview),
                preview == null ? 0 : preview.refused().size(),
                preview == null ? 0 : preview.looked());
    }

    private static List<ColumnRow> columns(FileHead head, Mapping mapping) {
        List<ColumnRow> rows = new ArrayList<>();
        for (int place = 0; place < head.header().size(); place++) {
            String name = head.header().get(place);
            String samples = String.join(
                    " · ",
                    head.column(place).stream()
                            .distinct()
                            .limit(3)
                            .map(MappingPage::shortened)
                            .toList());
            String field = mapping.columns().stream()
                    .filter(c -> c.column().equals(name))
                    .map(Mapping.Column::field)
                    .findFirst()
                    .orElse("");
            rows.add(new ColumnRow(place, name, samples, field));
        }
        return rows;
    }

    /** The first rows as their reader writes dates and money. */
    public List<List<String>> shownRows() {
        return rows.stream()
                .map(row -> IntStream.range(0, shownFields.size())
                        .mapToObj(i -> shown(shownFields.get(i), row.values().get(i)))
                        .toList())
                .toList();
    }

    private static String shown(IntakeField field, @Nullable String value) {
        if (value == null) {
            return Words.NONE;
        }
        return switch (field.type()) {
            case MONEY -> Words.money(Long.parseLong(value));
            case TIME -> Words.dateTime(Instant.parse(value));
            case DATE -> Words.date(LocalDate.parse(value));
            case TEXT, MAIL, CHOICE, CHOICES, LINK, FLAG, WHOLE, DECIMAL -> shortened(value);
        };
    }

    private static List<RemarkRow> remarked(FileRow file, Imports.Preview preview) {
        return Stream.concat(
                        remarks(file, preview.refused(), true).limit(REFUSED_SHOWN),
                        remarks(file, preview.standIns(), false).limit(REFUSED_SHOWN))
                .toList();
    }

    private static Stream<RemarkRow> remarks(FileRow file, List<RowReader.Remark> remarks, boolean refused) {
        return remarks.stream()
                .map(r -> new RemarkRow(file.name(), r.row(), refused, r.field(), r.value(), r.reason(), null));
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }

    public String requiredText() {
        return String.join(
                ", ",
                required.stream().map(f -> Words.t("importing.field." + f)).toList());
    }
}
