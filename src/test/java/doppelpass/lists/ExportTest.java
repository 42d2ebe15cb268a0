package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DoppelpassTest
class ExportTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Cast cast;

    ExportTest(TestBrowsers browsers, Leads leads, SomeContacts contacts, Cast cast) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void theFileHoldsWhatTheListShowsAllOfItInItsOrder() {
        for (int i = 0; i < 120; i++) lead("Fair %03d".formatted(i));
        lead("Website");
        List<List<String>> rows = csv("/lists/leads/export.csv?cols=source,state,channel&sort=source&desc=true"
                + "&where=lead.source.startsWith(%22Fair%22)");
        assertThat(rows.getFirst()).containsExactly("Source", "State", "Channel");
        assertThat(rows).hasSize(121);
        assertThat(rows.get(1)).containsExactly("Fair 119", "NEW", "event");
        assertThat(rows.getLast()).containsExactly("Fair 000", "NEW", "event");
    }

    @Test
    void noCellIsTakenForAFormula() {
        lead("=HYPERLINK(\"http://evil.test\";\"click\")");
        lead("@SUM(1+1)");
        assertThat(csv("/lists/leads/export.csv?cols=source,intent&sort=source"))
                .extracting(row -> row.getFirst())
                .containsExactlyInAnyOrder("Source", "'=HYPERLINK(\"http://evil.test\";\"click\")", "'@SUM(1+1)");
    }

    @Test
    void inASheetForPeopleCodesAreWordsAndDatesAreDates() throws IOException {
        lead("=1+1");
        byte[] file = browsers.as("mara").bytes("/lists/leads/export.xlsx?cols=source,state,created,intent");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            Row row = rows.getLast();
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCellText(0)).isEqualTo("=1+1");
            assertThat(row.getCellText(1)).isEqualTo("New");
            assertThat(row.getCellAsDate(2)).contains(LocalDateTime.of(2026, 6, 2, 10, 0));
            assertThat(row.getCellAsNumber(3)).isPresent();
        }
    }

    /** Texts that cells share would all be kept until the last row is written. */
    @Test
    void aSheetKeepsNoTextsAside(@TempDir Path folder) throws IOException {
        lead("Fachmesse");
        byte[] file = browsers.as("mara").bytes("/lists/leads/export.xlsx?cols=source,state");
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("leads.xlsx"), file).toFile())) {
            assertThat(part(zip, "xl/worksheets/sheet1.xml")).contains("Fachmesse");
            assertThat(part(zip, "xl/sharedStrings.xml")).contains("Source").doesNotContain("Fachmesse");
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        try (InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCannotBeExportedIsRefusedBeforeTheFirstByte() {
        var answer = browsers.as("mara").get("/lists/leads/export.csv?where=lead.colour+%3D%3D+1");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(browsers.as("mara").get("/lists/secrets/export.csv").statusCode())
                .isEqualTo(404);
    }

    private void lead(String source) {
        leads.create(
                new NewLead(contacts.complete(), null, "gears", source, "event", null, null, TestClock.START),
                cast.person("mara"));
    }

    private List<List<String>> csv(String path) {
        String text = browsers.as("mara").get(path).body();
        assertThat(text).startsWith("\ufeff");
        return CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                .map(r -> List.copyOf(r.getFields()))
                .toList();
    }
}
