package doppelpass.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import doppelpass.core.SheetText;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The refused rows of an import as a file, to be corrected and imported again, and with them all remarks. */
@Controller
class RefusedController {
    private final Imports imports;

    RefusedController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/imports/{id}/refused.csv")
    void refused(@Me Person me, @PathVariable long id, HttpServletResponse response) throws IOException {
        write(me, id, true, "refused", response);
    }

    @GetMapping("/imports/{id}/remarks.csv")
    void remarks(@Me Person me, @PathVariable long id, HttpServletResponse response) throws IOException {
        write(me, id, false, "remarks", response);
    }

    private void write(Person me, long id, boolean refusedOnly, String name, HttpServletResponse response)
            throws IOException {
        imports.get(id);
        Locale locale = Locale.forLanguageTag(me.language());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-" + name + ".csv\"");
        try (CsvWriter csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    Messages.text(locale, "importing.file"),
                    Messages.text(locale, "importing.row"),
                    Messages.text(locale, "importing.field"),
                    Messages.text(locale, "importing.value"),
                    Messages.text(locale, "importing.reason"));
            imports.remarks(
                    id,
                    refusedOnly,
                    Integer.MAX_VALUE,
                    r -> csv.writeRecord(
                            r.file(),
                            Long.toString(r.row()),
                            r.field(),
                            SheetText.harmless(r.value()),
                            Messages.text(locale, "importing.reason." + r.reason())));
        }
    }
}
