package doppelpass.console;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Installation;
import doppelpass.testing.Installation.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command line as scripts use it: processes of their own, beside a running server and without one. Two
 * installations live side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
    private static final String PASSWORD = "doppelpass-test";
    private static final String[] YEAR = {"figures", "--from", "2021-01", "--to", "2021-12"};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Installation kern = Installation.fresh();
    private final Installation other = Installation.fresh();

    @BeforeAll
    void aServerRunsAndIsSetUpFromTheCommandLine() throws Exception {
        assertThat(kern.start()).contains("Set it up with this one-time link", "/setup/");
        Answer answer = setUp(kern, "Kern GmbH", "ada@kern.test", "EUR");
        assertThat(answer.out()).isEqualTo("Set up Kern GmbH; ada@kern.test is its administrator.\n");
        imported(
                "company",
                "Record ID,Company Name\n1,Vogl GmbH\n",
                "{\"object\":\"company\",\"columns\":["
                        + "{\"column\":\"Record ID\",\"field\":\"source_id\"},{\"column\":\"Company Name\",\"field\":\"name\"}]}");
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        try (kern;
                other) {
            kern.stop();
        }
    }

    @Test
    @Order(1)
    void whatTheCommandLineImportsTheRunningServerShows() throws Exception {
        String mapping = """
                {"object": "deal", "numbers": "en", "columns": [
                  {"column": "Id", "field": "source_id"}, {"column": "Title", "field": "name"},
                  {"column": "Phase", "field": "stage", "values": {"yes": "Won", "no": "Lost"}},
                  {"column": "Value", "field": "amount"}, {"column": "Source", "field": "source"},
                  {"column": "Opened", "field": "created_at"}, {"column": "Closed", "field": "closing"},
                  {"column": "Company", "field": "company"}]}""";
        Answer answer = imported("deal", """
                Id,Title,Phase,Value,Source,Opened,Closed,Company
                1,Forty gears,yes,"$22,701.50",Fair,2021-03-01,2021-04-15,1
                2,Ten gears,yes,1000,Web,2021-03-01,2021-05-15,1
                3,One gear,no,99,Web,2021-03-01,2021-05-16,
                4,,yes,99,Web,2021-03-01,2021-05-16,
                """, mapping);
        assertThat(answer.out())
                .contains("deal.csv: 4 rows, 3 new, 0 changed, 0 unchanged, 1 refused")
                .contains("row 4 refused: name \"\": A value is needed here.")
                .contains("Import 2 is done.");
        assertThat(kern.as("ada@kern.test", PASSWORD).get("/deals?stage=won").body())
                .contains("Forty gears", "Ten gears", "Vogl GmbH");
    }

    @Test
    @Order(2)
    void figuresAreJsonForMachines() throws Exception {
        List<JsonNode> rows = figures("--kpi", "K03,K22,K25,K36", "--json");
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst().toString())
                .isEqualTo("{\"key\":\"K03\",\"from\":\"2021-01\",\"to\":\"2021-12\",\"value\":23701.5,"
                        + "\"unit\":\"EUR\",\"n\":2}");
        assertThat(rows.get(1).get("value").intValue()).isEqualTo(2);
        assertThat(rows.get(2).get("value").doubleValue()).isEqualTo(66.6667);
        assertThat(rows.get(3).get("value").isNull())
                .as("undefined is null, never 0")
                .isTrue();
    }

    @Test
    @Order(3)
    void aRefusalIsOnePlainSentenceAndAnExitCode() throws Exception {
        refused("There is no readable file", "import", kern.path("nowhere.csv").toString(), "--object", "deal");
        refused("A server is already running", "start");
    }

    @Test
    @Order(4)
    void twoInstallationsLiveSideBySide() throws Exception {
        other.start();
        setUp(other, "Other AG", "olga@other.test", "CHF");
        assertThat(other.as("olga@other.test", PASSWORD).get("/organisation").body())
                .contains("Other AG")
                .doesNotContain("Kern GmbH");
        assertThat(kern.as("ada@kern.test", PASSWORD).get("/organisation").body())
                .contains("Kern GmbH")
                .doesNotContain("Other AG");
        JsonNode none = rows(other.run("figures", "--from", "2021-01", "--to", "2021-12", "--kpi", "K03", "--json"))
                .getFirst();
        assertThat(none.get("value").intValue()).isZero();
        assertThat(none.get("unit").stringValue()).isEqualTo("CHF");
        other.stop();
        assertThat(kern.stranger().get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void doctorAndBackupWorkWhileTheServerRunsAndFiguresAlsoAfterItHasStopped() throws Exception {
        Answer doctor = kern.run("doctor", "--json");
        assertThat(doctor.code()).as(doctor.out()).isZero();
        assertThat(JSON.readTree(doctor.out()).get("healthy").asBoolean()).isTrue();
        Path archive = kern.path("backup.zip");
        Answer backup = kern.run("backup", archive.toString());
        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(backup.out()).startsWith("Wrote " + archive);
        assertThat(archive).isNotEmptyFile();
        String[] all = {"--by", "month", "--json"};
        List<JsonNode> beside = figures(all);
        kern.stop();
        assertThat(figures(all)).isEqualTo(beside);
    }

    private static Answer setUp(Installation at, String organisation, String mail, String currency) throws Exception {
        String file = at.file("secret.txt", PASSWORD + "\n").toString();
        String[] words = ("setup --admin " + mail + " --currency " + currency + " --language en").split(" ");
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--organisation", organisation, "--password-file", file));
        Answer answer = at.run(all.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer;
    }

    private Answer imported(String object, String rows, String mapping) throws Exception {
        Answer answer = kern.run(
                "import",
                kern.file(object + ".csv", rows).toString(),
                "--object",
                object,
                "--mapping",
                kern.file(object + ".json", mapping).toString(),
                "--source",
                "old");
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer;
    }

    private List<JsonNode> figures(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(YEAR));
        words.addAll(List.of(more));
        return rows(kern.run(words.toArray(String[]::new)));
    }

    private static List<JsonNode> rows(Answer answer) {
        assertThat(answer.code()).as(answer.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(answer.out()).forEach(rows::add);
        return rows;
    }

    private void refused(String sentence, String... words) throws Exception {
        Answer answer = kern.run(words);
        assertThat(answer.code()).as(String.join(" ", words)).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.lastWords()).contains(sentence).doesNotContain("Exception", "\tat ");
    }
}
