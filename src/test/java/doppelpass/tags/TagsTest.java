package doppelpass.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.identity.Person;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class TagsTest {
    private final Tags tags;
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final Queue queue;
    private final Cast cast;
    private final DSLContext db;

    TagsTest(
            Tags tags,
            TestBrowsers browsers,
            Leads leads,
            SomeContacts contacts,
            Queue queue,
            Cast cast,
            DSLContext db) {
        this.tags = tags;
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.queue = queue;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void tagsAreSetAddedAndRemovedWhateverTheirCase() {
        tags.tag("lead", 1, "VIP, Messe  2026", mara());
        assertThat(tags.of("lead", 1)).containsExactly("Messe 2026", "VIP");
        tags.tag("lead", 1, "+vip, Nord", mara());
        assertThat(tags.of("lead", 1)).containsExactly("Messe 2026", "Nord", "VIP");
        tags.tag("lead", 1, "-MESSE 2026", mara());
        assertThat(tags.of("lead", 1)).containsExactly("Nord", "VIP");
        tags.tag("lead", 1, "Süd", mara());
        assertThat(tags.of("lead", 1)).containsExactly("Süd");
        assertThat(tags.of("contact", 1)).as("another kind of record").isEmpty();
        tags.tag("lead", 1, "", mara());
        assertThat(tags.of("lead", 1)).isEmpty();
        assertThat(tags.all()).extracting(TagRow::name).contains("VIP", "Nord", "Süd");
    }

    @Test
    void namesAndNumbersHaveLimits() {
        refused("tags.error.name", () -> tags.tag("lead", 1, "x".repeat(41), mara()));
        refused("tags.error.name", () -> tags.tag("lead", 1, "good, -bad", mara()));
        String many = IntStream.range(0, 31).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        refused("tags.error.tooMany", () -> tags.tag("lead", 1, many, mara()));
        assertThat(tags.of("lead", 1)).isEmpty();
    }

    @Test
    void manyRecordsAreTaggedAtOnceFilteredByItAndGetBackWhatTheyHad() {
        long old = lead();
        long fresh = lead();
        tags.tag("lead", old, "Alt", mara());
        WebClient mara = browsers.as("mara");
        var asked = mara.post("/lists/leads/bulk", Map.of("all", "yes", "column", "tags", "how", "+", "value", "VIP"));
        String page = asked.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(tags.of("lead", old)).containsExactly("Alt", "VIP");
        assertThat(tags.of("lead", fresh)).containsExactly("VIP");
        String filter = "/leads?cols=name,tags&where=lead.tags.exists(t,+t.name+%3D%3D+%22Alt%22)";
        assertThat(mara.get(filter).body())
                .contains("href=\"/leads/" + old + "\"", "<span class=\"tag\">VIP</span>")
                .doesNotContain("href=\"/leads/" + fresh + "\"");
        mara.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(tags.of("lead", old)).containsExactly("Alt");
        assertThat(tags.of("lead", fresh)).isEmpty();
    }

    @Test
    void theReportOfABulkSaysWhyInFullWords() {
        long one = lead();
        String full = IntStream.range(0, 30).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        tags.tag("lead", one, full, mara());
        WebClient mara = browsers.as("mara");
        var asked = mara.post("/lists/leads/bulk", Map.of("all", "yes", "column", "tags", "how", "+", "value", "VIP"));
        String page = asked.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(mara.get(page).body()).contains("1 refused", "A record can carry 30 tags at most.");
        assertThat(tags.of("lead", one)).hasSize(30).doesNotContain("VIP");
    }

    @Test
    void tagsAreWrittenOnTheRecordsPageByWhoMayWrite() {
        long one = lead();
        WebClient mara = browsers.as("mara");
        mara.send("PUT", "/tags/on/lead-" + one, Map.of("names", "VIP, <b>Nord</b>"));
        assertThat(mara.get("/leads/" + one).body())
                .contains("<span class=\"tag\">VIP</span>", "&lt;b&gt;Nord&lt;/b&gt;", "/tags/on/lead-" + one);
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.send("PUT", "/tags/on/lead-" + one, Map.of("names", "no"))
                        .statusCode())
                .isEqualTo(403);
        for (String nowhere : List.of("lead-x", "lead-999999", "lead-" + one + ",lead-" + one))
            assertThat(mara.send("PUT", "/tags/on/" + nowhere, Map.of("names", "no"))
                            .statusCode())
                    .as(nowhere)
                    .isEqualTo(404);
        assertThat(tags.of("lead", one)).containsExactly("<b>Nord</b>", "VIP");
    }

    @Test
    void whoReadsARecordOnlyReadsItsTags() {
        long deal = db.fetchSingle("insert into deals.deal (name, stage_id, created_at, stage_since)"
                        + " select 'Drives', min(id), now(), now() from deals.stage where kind = 'open' returning id")
                .get(0, Long.class);
        String path = "/tags/on/deal-" + deal;
        assertThat(browsers.as("svea").send("PUT", path, Map.of("names", "VIP")).statusCode())
                .isEqualTo(302);
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/deals/" + deal).body())
                .contains("<span class=\"tag\">VIP</span>")
                .doesNotContain(path);
        assertThat(mara.send("PUT", path, Map.of("names", "no")).statusCode()).isEqualTo(403);
        assertThat(tags.of("deal", deal)).containsExactly("VIP");
    }

    @Test
    void aTagIsRenamedAndDeletedInOnePlaceByWhoMay() {
        tags.tag("lead", 1, "Mesee", mara());
        tags.tag("deal", 2, "Mesee, VIP", mara());
        long id = tags.all().stream()
                .filter(t -> t.name().equals("Mesee"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(tags.all()).extracting(TagRow::records).containsExactly(2, 1);
        assertThat(browsers.as("mara")
                        .send("PUT", "/tags/" + id, Map.of("name", "Messe"))
                        .statusCode())
                .isEqualTo(403);
        WebClient ada = browsers.as("ada");
        assertThat(ada.send("PUT", "/tags/" + id, Map.of("name", "vip")).statusCode())
                .isEqualTo(409);
        ada.send("PUT", "/tags/" + id, Map.of("name", "Messe"));
        assertThat(tags.of("deal", 2)).containsExactly("Messe", "VIP");
        ada.send("DELETE", "/tags/" + id, Map.of());
        assertThat(tags.of("deal", 2)).containsExactly("VIP");
        assertThat(tags.of("lead", 1)).isEmpty();
    }

    private long lead() {
        return leads.create(
                new NewLead(contacts.complete(), null, "gears", "Fair", "event", null, null, TestClock.START), mara());
    }

    private Person mara() {
        return cast.person("mara");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
