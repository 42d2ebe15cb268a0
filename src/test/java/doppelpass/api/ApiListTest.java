package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DoppelpassTest
class ApiListTest {
    private final Programs programs;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    ApiListTest(Programs programs, TestBrowsers browsers, Cast cast, DSLContext db) {
        this.programs = programs;
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        db.execute("""
                insert into contacts.contact (last_name, country, source, job_title, created_at)
                select 'N' || lpad(i::text, 3, '0'), (array['DE', 'AT', 'CH', null])[1 + i % 4],
                  case when i % 3 = 0 then 'Fair' when i % 3 = 1 then 'Shop' end, case when i % 5 = 0 then 'CEO' end,
                  timestamptz '2026-01-01' + i * interval '1 day'
                from generate_series(1, 120) i""");
    }

    @Test
    void aFilteredAndSortedListIsTheOneOfThePageForwardsAndBackwards() {
        Random random = new Random(14);
        List<String> filters = List.of(
                "contact.country == \"DE\"",
                "contact.country in [\"AT\", \"CH\"] || contact.source == \"Fair\"",
                "!has(contact.source)",
                "contact.created_at > timestamp(\"2026-03-01T00:00:00Z\") && contact.country != \"DE\"",
                "has(contact.job_title) && contact.source != \"Shop\"");
        Program mara = programs.of("mara");
        WebClient page = browsers.as("mara");
        int compared = 0;
        for (String filter : filters) {
            for (String sort : List.of("last_name", "country", "source", "created")) {
                boolean down = random.nextBoolean();
                int limit = 1 + random.nextInt(40);
                List<String> expected = exported(page, filter, sort, down);
                String query = "/contacts?fields=last_name&filter=" + Program.encoded(filter) + "&sort="
                        + (down ? "-" : "") + sort + "&limit=" + limit;
                assertThat(walked(mara, query)).as(query).isEqualTo(expected);
                compared += expected.size();
            }
        }
        assertThat(compared).isGreaterThan(400);
    }

    @Test
    void fieldsCountsAndMoneyAreForMachines() {
        Program mara = programs.of("mara");
        JsonNode some = mara.get(
                        "/contacts?fields=last_name,created,company&limit=2&count=exact", "Accept-Language", "de")
                .json();
        assertThat(some.path("total").intValue()).isEqualTo(120);
        assertThat(some.at("/data/0").toString())
                .matches(
                        "\\{\"id\":\\d+,\"last_name\":\"N120\",\"created\":\"2026-05-0[01]T[\\d:]+Z\",\"company\":null}");
        JsonNode guessed = mara.get("/contacts?count=estimate&limit=1").json();
        assertThat(guessed.path("total").intValue()).isEqualTo(120);
        assertThat(guessed.path("total_estimated").booleanValue()).isFalse();
        assertThat(mara.get("/contacts?limit=1").json().has("total")).isFalse();
        JsonNode deals = mara.get("/deals").json();
        assertThat(deals.path("data").size()).isZero();
        assertThat(deals.path("next").isNull()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        Program mara = programs.of("mara");
        assertThat(fault(mara, "/contacts?filtr=x"))
                .isEqualTo("filtr: There is no parameter filtr. Did you mean filter?");
        assertThat(fault(mara, "/contacts?sort=-contry"))
                .isEqualTo("sort: There is no column contry to sort by. Did you mean country?");
        assertThat(fault(mara, "/contacts?fields=maill"))
                .isEqualTo("fields: There is no field maill in contacts. Did you mean mail?");
        assertThat(fault(mara, "/contacts?limit=201")).startsWith("limit: A page holds 1 to 200");
        Program.Answer rule = mara.get("/contacts?filter=" + Program.encoded("contact.contry == \"DE\""));
        assertThat(rule.status()).isEqualTo(400);
        assertThat(rule.at("/errors/0/remedy")).contains("country");
        assertThat(rule.at("/errors/0/column")).isEqualTo("9");
        String next = mara.get("/contacts?sort=last_name&limit=5").at("/next");
        assertThat(fault(mara, "/contacts?sort=-last_name&limit=5&cursor=" + next))
                .contains("belongs to another query");
        assertThat(fault(mara, "/contacts?sort=last_name&cursor=abc")).startsWith("cursor: ");
        assertThat(mara.get("/nothing").status()).isEqualTo(404);
        assertThat(mara.get("/contacts/first").status()).isEqualTo(404);
        assertThat(mara.send("PUT", "/contacts", "{}").status()).isEqualTo(404);
    }

    /** All names by next to the end, checked by previous back to the start. */
    private static List<String> walked(Program program, String query) {
        List<List<String>> pages = new ArrayList<>();
        JsonNode page = program.get(query).json();
        pages.add(names(page));
        while (!page.path("next").isNull()) {
            page = program.get(query + "&cursor=" + page.path("next").asString())
                    .json();
            pages.add(names(page));
        }
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = program.get(query + "&cursor=" + page.path("previous").asString())
                    .json();
            assertThat(names(page)).as("back on page " + i).isEqualTo(pages.get(i));
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    private static List<String> names(JsonNode page) {
        return page.path("data")
                .valueStream()
                .map(r -> r.path("last_name").asString())
                .toList();
    }

    private static List<String> exported(WebClient page, String filter, String sort, boolean down) {
        String address = "/lists/contacts/export.csv?cols=last_name&where=" + Program.encoded(filter) + "&sort=" + sort
                + "&desc=" + down;
        return page.get(address).body().lines().skip(1).toList();
    }

    private static String fault(Program program, String path) {
        Program.Answer answer = program.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.at("/errors/0/field") + ": " + answer.at("/errors/0/message")
                + (answer.at("/errors/0/remedy").isEmpty() ? "" : " " + answer.at("/errors/0/remedy"));
    }
}
