package doppelpass.lists;

import static doppelpass.core.SheetText.harmless;
import static doppelpass.core.SheetText.lasting;

import de.siegmar.fastcsv.writer.CsvWriter;
import doppelpass.identity.Me;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Format;
import doppelpass.lists.plug.RecordList;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Asked;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a list shows, all of it, as a file. */
@Controller
class ExportController {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Lists lists;
    private final Organisations organisations;

    ExportController(Lists lists, Organisations organisations) {
        this.lists = lists;
        this.organisations = organisations;
    }

    /** For spreadsheets and programs; the mark at its start tells spreadsheets the encoding. */
    @GetMapping("/lists/{list}/export.csv")
    void csv(@Me Person me, @PathVariable String list, @RequestParam Map<String, String> asked, HttpServletResponse to)
            throws IOException {
        Export export = export(me, list, asked);
        head(to, "text/csv;charset=UTF-8", list + ".csv");
        var out = new OutputStreamWriter(to.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(export.header());
            lists.each(
                    export.list(),
                    export.address(),
                    export.columns(),
                    me,
                    row -> csv.writeRecord(row.cells().stream()
                            .map(cell -> cell.shape().right()
                                    ? export.as().stored(cell)
                                    : harmless(export.as().stored(cell)))
                            .toList()));
        }
    }

    @GetMapping("/lists/{list}/export.xlsx")
    void xlsx(@Me Person me, @PathVariable String list, @RequestParam Map<String, String> asked, HttpServletResponse to)
            throws IOException {
        Export export = export(me, list, asked);
        head(to, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", list + ".xlsx");
        try (Sheets sheets = new Sheets(to.getOutputStream(), export.header())) {
            lists.each(
                    export.list(),
                    export.address(),
                    export.columns(),
                    me,
                    row -> sheets.add(row.cells().stream()
                            .map(export.as()::shown)
                            .map(value -> value instanceof String text ? lasting(text) : value)
                            .toList()));
        }
    }

    /** A kind of file that the module of the list knows. */
    @GetMapping("/lists/{list}/export/{format}")
    void other(
            @Me Person me,
            @PathVariable String list,
            @PathVariable String format,
            @RequestParam Map<String, String> asked,
            HttpServletResponse to)
            throws IOException {
        RecordList known = lists.list(list, me);
        Format as = known.formats().stream()
                .filter(f -> f.ending().equals(format))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Export export = export(me, list, asked);
        Column whole =
                Column.of("record", as.label(), new Shape.Text(), as.reads().toArray(Field<?>[]::new));
        head(to, as.type(), list + "." + as.ending());
        try (Format.Sink sink = as.open(to.getOutputStream())) {
            lists.each(known, export.address(), List.of(whole), me, row -> add(sink, row));
        }
    }

    private static void add(Format.Sink sink, ListRow row) {
        try {
            sink.add(row.cells().getFirst().values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Export(RecordList list, Address address, List<Column> columns, List<String> header, Exported as) {}

    /** Whatever is refused is refused before the first byte. */
    private Export export(Person me, String name, Map<String, String> asked) {
        RecordList list = lists.list(name, me);
        Address address = new Address(list.listing(), new Asked(asked));
        lists.condition(list, address, me);
        Locale locale = Locale.forLanguageTag(me.language());
        List<Column> columns =
                address.shown().stream().map(Address.Shown::column).toList();
        Organisation organisation = organisations.get();
        return new Export(
                list,
                address,
                columns,
                columns.stream().map(c -> Messages.text(locale, c.label())).toList(),
                new Exported(
                        locale, organisation.zone(), organisation.currency().getDefaultFractionDigits()));
    }

    private static void head(HttpServletResponse to, String type, String file) {
        to.setContentType(type);
        to.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        to.setHeader("Cache-Control", "no-store");
    }
}
