package doppelpass.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first rows of a file and how it is written: enough to suggest a mapping and to decide how values are read. */
record FileHead(String format, List<String> header, List<List<String>> rows) {
    private static final int LOOKED_AT = 500;

    static FileHead of(Path file, @Nullable String encoding, @Nullable String delimiter) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Rows open = open(file, encoding, delimiter)) {
            while (rows.size() < LOOKED_AT && open.hasNext()) {
                rows.add(open.next());
            }
            return new FileHead(format(file, encoding, delimiter), open.header(), rows);
        }
    }

    /** Opens a workbook, an address book or a delimited text, whatever the file's name says. */
    static Rows open(Path file, @Nullable String encoding, @Nullable String delimiter) throws IOException {
        if (VcfRows.fits(file)) return VcfRows.open(file);
        return XlsxRows.fits(file) ? XlsxRows.open(file) : CsvRows.open(file, shape(file, encoding, delimiter));
    }

    private static TextShape shape(Path file, @Nullable String encoding, @Nullable String delimiter)
            throws IOException {
        TextShape detected = TextShape.of(file);
        try {
            return new TextShape(
                    encoding == null ? detected.charset() : Charset.forName(encoding),
                    delimiter == null || delimiter.isEmpty()
                            ? detected.delimiter()
                            : delimiter.equals("\\t") ? '\t' : delimiter.charAt(0));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BrokenFile("Unknown encoding " + encoding);
        }
    }

    private static String format(Path file, @Nullable String encoding, @Nullable String delimiter) throws IOException {
        if (XlsxRows.fits(file)) {
            return "XLSX";
        }
        if (VcfRows.fits(file)) return "vCard";
        TextShape shape = shape(file, encoding, delimiter);
        return "CSV, " + shape.charset() + ", " + (shape.delimiter() == '\t' ? "tab" : shape.delimiter());
    }

    /** The non-empty cells of one column. */
    List<String> column(int place) {
        return place < 0
                ? List.of()
                : rows.stream()
                        .filter(r -> r.size() > place)
                        .map(r -> r.get(place))
                        .filter(c -> !c.isBlank())
                        .toList();
    }

    /** How each column is read: what the mapping says, else what its values say, else the organisation's habit. */
    RowReader.Readings readings(Mapping mapping, Habit habit) {
        return place -> {
            List<String> values = column(place);
            Numbers.Style usual = habit.language().equals("de") ? Numbers.Style.COMMA : Numbers.Style.POINT;
            return new FieldReader.Reading(
                    numbers(mapping, values, usual),
                    dates(mapping, values),
                    habit.zone(),
                    habit.currency(),
                    habit.digits());
        };
    }

    private static Numbers.Style numbers(Mapping mapping, List<String> values, Numbers.Style usual) {
        String said = mapping.numbers() == null ? "" : mapping.numbers().toLowerCase(Locale.ROOT);
        return said.equals("en")
                ? Numbers.Style.POINT
                : said.equals("de") ? Numbers.Style.COMMA : Numbers.style(values, usual);
    }

    private static Dates.Order dates(Mapping mapping, List<String> values) {
        String said = mapping.dates() == null ? "" : mapping.dates().toLowerCase(Locale.ROOT);
        return said.equals("day first")
                ? Dates.Order.DAY_FIRST
                : said.equals("month first") ? Dates.Order.MONTH_FIRST : Dates.order(values, Dates.Order.DAY_FIRST);
    }

    /** What the organisation is used to: its language, zone and currency. */
    record Habit(String language, java.time.ZoneId zone, String currency, int digits) {}
}
