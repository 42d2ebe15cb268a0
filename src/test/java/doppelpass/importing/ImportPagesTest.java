package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.SheetText;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ImportPagesTest {
    private static final String FILE = "Kundennr;Firma;Ort\n1;Kern & Söhne;Passau\n2;;Linz\n";

    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;

    ImportPagesTest(TestBrowsers browsers, Queue queue, DSLContext db) {
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
    }

    @BeforeEach
    void nothingYet() {
        db.execute("truncate importing.import cascade");
    }

    @Test
    void fromUploadOverMappingAndPreviewToReportAndUndo() {
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/imports").body()).contains("Nothing has been imported yet");
        String imported = upload(mara);
        String mapping = place(mara.get(imported));
        String page = mara.get(mapping).body();
        assertThat(page)
                .contains("CSV, UTF-8, ;", "Kern &amp; Söhne", "Kundennr")
                .contains("would be refused");

        String text = unescaped(find(page, "name=\"text\" value=\"([^\"]*)\""));
        assertThat(text).contains("\"object\":\"company\"");
        Map<String, String> form =
                new HashMap<>(Map.of("text", text, "field0", "source_id", "field1", "name", "field2", "city"));
        form.put("preview", "yes");
        assertThat(mara.send("PUT", mapping, form).body()).contains("A value is needed here.");
        form.remove("preview");
        form.put("name", "Firmen aus dem Altsystem");
        assertThat(mara.send("PUT", mapping, form).statusCode()).isEqualTo(302);
        assertThat(mara.get(imported).body()).contains("Start import", "Companies");

        assertThat(mara.send("POST", imported + "/run", Map.of()).statusCode()).isEqualTo(302);
        assertThat(mara.fragment(imported + "/progress").body())
                .contains("Waiting", "every 1s")
                .doesNotContain("<html");
        queue.runUntilIdle();
        assertThat(mara.fragment(imported + "/progress").body())
                .contains("Done")
                .doesNotContain("every 1s");
        assertThat(mara.get(imported).body()).contains("Refused rows", "2 of 2");
        assertThat(mara.get(imported + "/refused.csv").body())
                .contains("File,Row,Field,Value,Reason", "firmen.csv,2,name,,A value is needed here.");
        assertThat(mara.get("/imports").body()).contains("firmen.csv", "Mara Marketing");

        assertThat(mara.get(imported).body()).doesNotContain("Undo the import");
        assertThat(mara.send("POST", imported + "/undoing", Map.of()).statusCode())
                .isEqualTo(403);
        WebClient ada = browsers.as("ada");
        assertThat(ada.get(imported).body()).contains("Undo the import");
        assertThat(ada.send("POST", imported + "/undoing", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(ada.get(imported).body()).contains("Undone");
    }

    @Test
    void aMappingThatMissesARequiredFieldSaysSoAndAFileThatIsNoneToo() {
        WebClient mara = browsers.as("mara");
        String imported = upload(mara);
        String mapping = place(mara.get(imported));
        mara.get(mapping);
        var refused = mara.send("PUT", mapping + "/text", Map.of("text", "{\"object\":\"company\"}"));
        assertThat(refused.body()).contains("No column fills name");
        assertThat(mara.send("PUT", mapping + "/text", Map.of("text", "nonsense"))
                        .statusCode())
                .isEqualTo(422);
        var noFile = mara.upload("/imports", "files", "", new byte[0], Map.of());
        assertThat(noFile.statusCode()).isEqualTo(422);
        assertThat(mara.send("DELETE", imported, Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void anExcelWorkbookGoesInTheSameWayAndChangesNothingTwice() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Firmen");
            List<String> titles = List.of("Kundennr", "Firma", "Ort");
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(0, i, titles.get(i));
            }
            sheet.value(1, 0, 4711);
            sheet.value(1, 1, "Excel & Söhne");
            sheet.value(1, 2, "Passau");
        }
        WebClient mara = browsers.as("mara");
        for (String expected : List.of(">1<", ">0<")) {
            mara.get("/imports");
            String imported = place(
                    mara.upload("/imports", "files", "firmen.xlsx", bytes.toByteArray(), Map.of("system", "excel")));
            String mapping = place(mara.get(imported));
            String text = unescaped(find(mara.get(mapping).body(), "name=\"text\" value=\"([^\"]*)\""));
            mara.send("PUT", mapping, Map.of("text", text, "field0", "source_id", "field1", "name", "field2", "city"));
            mara.send("POST", imported + "/run", Map.of());
            queue.runUntilIdle();
            assertThat(mara.get(imported).body()).contains("Done").containsPattern("data-label=\"New\"" + expected);
        }
        assertThat(mara.get("/companies?q=Excel").body()).contains("Excel &amp; Söhne");
    }

    @Test
    void aPresetMapsTheFilesOfAKnownSystemByItself() {
        WebClient mara = browsers.as("mara");
        mara.get("/imports");
        byte[] accounts = "ACCOUNTID,Account Name,Website\n1,,sales.example\n".getBytes(StandardCharsets.UTF_8);
        String imported =
                place(mara.upload("/imports", "files", "Accounts.csv", accounts, Map.of("preset", "zoho-crm")));
        assertThat(mara.get(imported).body()).contains("Start import", "from zoho-crm");
        mara.send("POST", imported + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(mara.get(imported).body()).contains("1 remark<", "sales.example", "the web address stands in");
        assertThat(mara.get(imported + "/remarks.csv").body()).contains("Accounts.csv,1,name,sales.example,");

        var unknown = mara.upload("/imports", "files", "what.csv", accounts, Map.of("preset", "zoho-crm"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no file that the preset zoho-crm knows");
        assertThat(mara.upload("/imports", "files", "Accounts.csv", accounts, Map.of("preset", "../x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void duplicatesAreLookedForAsSoonAsTheFilesAreRead() {
        WebClient mara = browsers.as("mara");
        mara.get("/imports");
        String rows = "Kundennr,Firma,Website,Ort\n71,Zwilling Feinblech GmbH,zwilling-feinblech.example,Passau\n"
                + "72,Zwilling Feinblech,www.zwilling-feinblech.example,Passau\n";
        String imported = place(mara.upload(
                "/imports", "files", "zwei.csv", rows.getBytes(StandardCharsets.UTF_8), Map.of("system", "zwei")));
        String mapping = place(mara.get(imported));
        String text = unescaped(find(mara.get(mapping).body(), "name=\"text\" value=\"([^\"]*)\""));
        Map<String, String> form =
                Map.of("text", text, "field0", "source_id", "field1", "name", "field2", "website", "field3", "city");
        assertThat(mara.send("PUT", mapping, form).statusCode()).isEqualTo(302);
        mara.send("POST", imported + "/run", Map.of());
        assertThat(mara.get("/duplicates").body()).doesNotContain("Zwilling Feinblech");
        queue.runUntilIdle();
        assertThat(mara.get("/duplicates").body()).contains("Zwilling Feinblech GmbH");
    }

    @Test
    void theWorksCouncilAndStrangersSeeNoImports() {
        assertThat(browsers.as("boris").get("/imports").statusCode()).isEqualTo(403);
        assertThat(browsers.stranger().get("/imports").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormulaInARefusedValueIsMadeHarmlessAndReadBack() {
        assertThat(SheetText.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(SheetText.harmless(" \t＝cmd")).startsWith("'");
        assertThat(SheetText.harmless("Anna")).isEqualTo("Anna");
    }

    private static String upload(WebClient client) {
        client.get("/imports");
        var answer = client.upload(
                "/imports", "files", "firmen.csv", FILE.getBytes(StandardCharsets.UTF_8), Map.of("system", "alt"));
        return place(answer);
    }

    private static String place(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static String find(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String unescaped(String html) {
        return html.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
