package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping made ready for one file: reads its rows into values, or says which cell stands in the way. */
final class RowReader {
    private final Intake intake;
    private final List<FieldReader> fields = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final int width;
    private final int idPlace;
    private final int mail;
    private final Mapping.@Nullable Column id;
    private final Seen seen = new Seen();

    /** What came of a row of the file. */
    sealed interface Outcome permits Row, Remark {}

    /** A row that can go in: values in the order of {@link #fields()}, and a remark for each that only stands in. */
    record Row(long number, String sourceId, List<@Nullable String> values, List<Remark> standIns) implements Outcome {}

    /** A row that cannot, or a remark about one that did. */
    record Remark(long row, String field, String value, String reason) implements Outcome {}

    RowReader(Intake intake, Mapping mapping, List<String> header, Readings readings) {
        this.intake = intake;
        this.width = header.size();
        Mapping.Column idColumn = null;
        for (Mapping.Column column : mapping.columns()) {
            int place = header.indexOf(column.column());
            if (place < 0) {
                throw Refusal.of("importing.error.column", column.column(), String.join(", ", header));
            }
            if (column.field().equals(Mapping.ID)) {
                idColumn = column;
            } else {
                add(intake, column, place, readings.of(place));
            }
        }
        mapping.constants()
                .forEach((field, value) -> add(intake, FieldReader.constant(field, value), -1, readings.of(-1)));
        this.id = idColumn;
        this.idPlace = idColumn == null ? -1 : header.indexOf(idColumn.column());
        this.mail = fields.stream().map(f -> f.field().name()).toList().indexOf("mail");
        demandRequired(intake);
    }

    /** How each column's numbers and dates are read. */
    @FunctionalInterface
    interface Readings {
        FieldReader.Reading of(int place);
    }

    private void add(Intake intake, Mapping.Column column, int place, FieldReader.Reading reading) {
        IntakeField field = intake.fields().stream()
                .filter(f -> f.name().equals(column.field()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "importing.error.field",
                        column.field(),
                        intake.object(),
                        intake.fields().stream().map(IntakeField::name).collect(Collectors.joining(", "))));
        if (fields.stream().anyMatch(f -> f.field().name().equals(field.name()))) {
            throw Refusal.of("importing.error.twice", field.name());
        }
        fields.add(new FieldReader(field, column, reading));
        places.add(place);
    }

    private void demandRequired(Intake intake) {
        String missing = intake.fields().stream()
                .filter(IntakeField::required)
                .map(IntakeField::name)
                .filter(name -> fields.stream().noneMatch(f -> f.field().name().equals(name)))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.of("importing.error.required", missing, intake.object());
        }
    }

    List<FieldReader> fields() {
        return fields;
    }

    Set<String> foreignCurrencies() {
        return fields.stream()
                .flatMap(f -> f.foreignCurrencies().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Notes that a row was read by an earlier run, so that its id counts as seen. */
    void skip(List<String> cells) {
        String sourceId = sourceId(cells, mailOf(cells));
        if (sourceId != null) {
            seen.add(sourceId);
        }
    }

    /** Either the row or the first remark that keeps it out. */
    Outcome read(long number, List<String> cells) {
        if (cells.size() > width && cells.subList(width, cells.size()).stream().anyMatch(c -> !c.isBlank())) {
            return new Remark(number, "", shortened(String.join(" | ", cells.subList(width, cells.size()))), "cells");
        }
        List<@Nullable String> values = new ArrayList<>(fields.size());
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String cell = cell(cells, places.get(i));
            switch (fields.get(i).read(cell)) {
                case FieldReader.Cell.Fault fault -> {
                    if (!fault.reason().equals(FieldReader.MISSING)) {
                        return new Remark(number, name(i), shortened(cell), fault.reason());
                    }
                    gaps.add(i);
                    values.add(null);
                }
                case FieldReader.Cell.Value value -> values.add(value.text());
            }
        }
        List<Remark> standIns = new ArrayList<>();
        for (int gap : gaps) {
            Optional<String> standIn = intake.standIn(name(gap), named(values));
            if (standIn.isEmpty()) {
                return new Remark(number, name(gap), shortened(cell(cells, places.get(gap))), FieldReader.MISSING);
            }
            values.set(gap, standIn.get());
            standIns.add(new Remark(number, name(gap), shortened(standIn.get()), "standIn"));
        }
        return identified(number, cells, values, standIns);
    }

    private Outcome identified(long number, List<String> cells, List<@Nullable String> values, List<Remark> standIns) {
        String sourceId = sourceId(cells, mail < 0 ? null : values.get(mail));
        if (sourceId == null) {
            return new Remark(number, Mapping.ID, "", FieldReader.MISSING);
        }
        return seen.add(sourceId)
                ? new Row(number, sourceId, values, standIns)
                : new Remark(number, Mapping.ID, shortened(sourceId), "repeated");
    }

    private String name(int place) {
        return fields.get(place).field().name();
    }

    /** Field → value, of those that have one. */
    private Map<String, String> named(List<@Nullable String> values) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                named.put(name(i), value);
            }
        }
        return named;
    }

    private @Nullable String mailOf(List<String> cells) {
        return mail >= 0 && fields.get(mail).read(cell(cells, places.get(mail))) instanceof FieldReader.Cell.Value value
                ? value.text()
                : null;
    }

    /** The id column's cell; without such a column the mail address, else a fingerprint of the whole row. */
    private @Nullable String sourceId(List<String> cells, @Nullable String mail) {
        if (id != null) {
            String written = id.replaced(cell(cells, idPlace));
            return written == null || written.length() > 300 ? null : written;
        }
        return mail != null ? "mail:" + mail : "row:" + fingerprint(cells);
    }

    private static String fingerprint(List<String> cells) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u001f", cells).strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(List<String> cells, int place) {
        return place < 0 || place >= cells.size() ? "" : cells.get(place);
    }

    private static String shortened(String value) {
        String clean = value.replace("\0", "");
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }
}
