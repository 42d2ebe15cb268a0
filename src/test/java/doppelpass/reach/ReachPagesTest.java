package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.Sight;
import doppelpass.identity.Rights;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door of the product, as somebody who sees only what is theirs: nothing of a foreign record comes out, nothing gets in. */
@DoppelpassTest
class ReachPagesTest {
    private static final String WORD = "Xylophon";
    private static final List<String> KINDS = List.of("company", "contact", "lead", "deal");

    private final Reaches reaches;
    private final SomeRecords some;
    private final Doors doors;
    private final Rights rights;
    private final Kpis kpis;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final Fingerprint fingerprint;
    private final DSLContext db;
    private final Clock clock;
    private SomeRecords.Family foreign;
    private SomeRecords.Family own;

    ReachPagesTest(
            Reaches reaches,
            SomeRecords some,
            Doors doors,
            Rights rights,
            Kpis kpis,
            Cast cast,
            TestBrowsers browsers,
            Fingerprint fingerprint,
            DSLContext db,
            Clock clock) {
        this.reaches = reaches;
        this.some = some;
        this.doors = doors;
        this.rights = rights;
        this.kpis = kpis;
        this.cast = cast;
        this.browsers = browsers;
        this.fingerprint = fingerprint;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        foreign = some.of(cast.person("mara").id(), WORD);
        for (int i = 0; i < 3; i++) some.of(cast.person("mara").id(), WORD); // small numbers are all foreign
        own = some.of(cast.person("svea").id(), "Eigenwerk");
        limit(Extent.OWN);
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void whileSomethingReadsAllRecordsTheRightsStayAsTheyAreAndThePageSaysSo() {
        WebClient ada = browsers.as("ada");
        Extent before = reaches.of(TeamFunction.SALES, "contact");
        Map<String, String> asked =
                Map.of("sales.contact", before == Extent.DEPARTMENT ? "team" : Extent.DEPARTMENT.code());
        db.transaction(run -> {
            run.dsl().execute("lock table contacts.contact in access share mode");
            var answer = ada.send("PUT", "/reach", asked);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("Nothing was changed; please save again");
        });
        assertThat(reaches.of(TeamFunction.SALES, "contact")).isEqualTo(before);
        assertThat(ada.send("PUT", "/reach", asked).statusCode()).isEqualTo(302);
    }

    @Test
    void noPageShowsAnythingOfAForeignRecord() {
        WebClient svea = browsers.as("svea");
        WebClient stefan = browsers.as("stefan");
        List<String> told = new ArrayList<>();
        for (String address : addresses()) {
            HttpResponse<String> answer = svea.get(address);
            if (tells(answer) || answer.statusCode() >= 500) {
                told.add(answer.statusCode() + " " + address);
            }
        }
        assertThat(told).as("pages that tell, or fail").isEmpty();
        limit(Extent.ALL);
        for (String address : List.of(
                "/deals",
                "/deals/" + foreign.deal(),
                "/lists/deals/export.csv?q=xylopho",
                "/search?q=xylopho",
                "/search/hits?q=xylopho",
                "/history/deal-" + foreign.deal(),
                "/notes/on/deal-" + foreign.deal(),
                "/kpis/K17/records?period=2026",
                "/tasks",
                "/activities")) {
            assertThat(addresses()).contains(address);
            assertThat(tells(stefan.get(address)))
                    .as("%s could have told", address)
                    .isTrue();
        }
    }

    /** What a search found is marked in the midst of words. */
    private static boolean tells(HttpResponse<String> answer) {
        return answer.body().replaceAll("</?mark>", "").toLowerCase(Locale.ROOT).contains("xylophon");
    }

    @Test
    void whatIsAskedAboutForeignRecordsIsNotFoundAndChangesNothing() {
        WebClient svea = browsers.as("svea");
        WebClient stefan = browsers.as("stefan");
        Set<String> before = fingerprint.taken();
        assertThat(failing(svea)).as("doors that fail").isEmpty();
        Set<String> changed = fingerprint.changedSince(before);
        assertThat(changed).as("tables that were written").isEmpty();
        for (String page : List.of("companies", "contacts", "leads", "deals")) {
            long id = foreign.id(page.equals("companies") ? "company" : page.substring(0, page.length() - 1));
            assertThat(svea.get("/" + page + "/" + id).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(svea.get("/deals/" + own.deal()).statusCode())
                .as("still signed in")
                .isEqualTo(200);
        limit(Extent.ALL);
        failing(stefan);
        changed = fingerprint.changedSince(before);
        assertThat(changed)
                .as("tables that the same requests write for whoever sees everything")
                .anyMatch(table -> table.startsWith("contacts.company"))
                .anyMatch(table -> table.startsWith("deals.deal"))
                .anyMatch(table -> table.startsWith("pricing.terms"));
    }

    /** Knocks at every door that writes, with foreign records; what answers as if it were broken. */
    private List<String> failing(WebClient client) {
        List<String> wrong = new ArrayList<>();
        for (Rights.Route route : rights.routes()) {
            String pattern = route.pattern().getPatternString();
            if (route.method().equals("GET") || !pattern.contains("{") || pattern.startsWith("/me")) continue;
            for (String address : doors.filled(pattern, foreign)) {
                int status = client.send(route.method(), address, Map.of("q", "x", "value", "stolen", "name", "stolen"))
                        .statusCode();
                if (status >= 500) wrong.add(status + " " + route.method() + " " + address);
            }
        }
        return wrong;
    }

    @Test
    void countsAndConditionsKnowOnlyWhatIsSeen() {
        WebClient svea = browsers.as("svea");
        for (String list : List.of("companies", "leads", "deals")) {
            assertThat(rows(svea, "/lists/" + list + "/export.csv")).as(list).isEqualTo(1);
        }
        assertThat(rows(svea, "/lists/contacts/export.csv")).isEqualTo(2);
        String sideDoor = "deal.name.contains('" + WORD.substring(0, 4) + "')";
        assertThat(rows(svea, "/lists/deals/export.csv?where=" + encode(sideDoor)))
                .isZero();
        assertThat(rows(browsers.as("mara"), "/lists/deals/export.csv?where=" + encode(sideDoor)))
                .isEqualTo(4);
        assertThat(svea.get("/deals").body()).contains("Eigenwerk").contains("Only records you may see");
        assertThat(browsers.as("mara").get("/deals").body()).doesNotContain("Only records you may see");
    }

    @Test
    void figuresMeanTheSameToAll() {
        List<YearMonth> months = List.of(YearMonth.now(clock));
        List<String> codes = kpis.all().stream().map(Kpi::code).toList();
        Map<String, List<Figure>> all = kpis.series(codes, months);
        assertThat(Sight.with(reaches.sight(cast.person("svea")), () -> kpis.series(codes, months)))
                .isEqualTo(all);
        assertThat(all.get("K17")).extracting(Figure::n).containsExactly(5L);
    }

    @Test
    void importsAreForWhoeverSeesEverything() {
        HttpResponse<String> answer = browsers.as("stefan")
                .upload("/imports", "files", "contacts.csv", "Name\nx".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ask somebody who sees everything");
    }

    private long rows(WebClient client, String address) {
        HttpResponse<String> answer = client.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body().lines().count() - 1;
    }

    private List<String> addresses() {
        return doors.addresses(foreign, "xylopho");
    }

    private void limit(Extent extent) {
        reaches.set(
                Map.of(
                        TeamFunction.SALES,
                        KINDS.stream().collect(Collectors.toMap(Function.identity(), kind -> extent))),
                cast.person("ada"));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
