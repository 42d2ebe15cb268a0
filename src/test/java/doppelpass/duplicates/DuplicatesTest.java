package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Origin;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Duplicates found in the background, while somebody types, and while a file comes in. */
@DoppelpassTest
class DuplicatesTest {
    private final Duplicates duplicates;
    private final Merges merges;
    private final Contacts contacts;
    private final Companies companies;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    DuplicatesTest(
            Duplicates duplicates,
            Merges merges,
            Contacts contacts,
            Companies companies,
            TestBrowsers browsers,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.contacts = contacts;
        this.companies = companies;
        this.browsers = browsers;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
    }

    @Test
    void theJobFindsTwinsSaysWhyAndLooksOnlyAtChangesAfterwards() {
        crowd();
        long maier = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", "+4985112345"));
        long meier = contacts.add(person("Annegret", "Meierhofer", null, "+4985112345"));
        long kern = companies.add(company("Kern Antriebstechnik GmbH", "kern.test", "DE811111111"));
        long same = companies.add(company("KERN ANTRIEBSTECHNIK", "kern.test", null));
        find();
        assertThat(duplicates.groups("", mara()))
                .extracting(Group::codes)
                .containsExactlyInAnyOrder(
                        "contact-" + maier + ",contact-" + meier, "company-" + kern + ",company-" + same);
        Group people = duplicates.groups("contact", mara()).getFirst();
        assertThat(people.evidence())
                .extracting(e -> e.trait() + " " + e.degree())
                .contains("given SAME", "family TYPO", "phone SAME");
        assertThat(compared("contact")).isPositive();

        clock.set(TestClock.START.plus(Duration.ofHours(1)));
        contacts.change(meier, person("Gustav", "Adolf", null, null));
        long again = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        find();
        assertThat(duplicates.groups("contact", mara()))
                .extracting(Group::codes)
                .containsExactly("contact-" + maier + ",contact-" + again);
        assertThat(db.fetchValue("select compared from duplicates.progress where kind = 'contact'"))
                .as("only pairs with one of the two that changed")
                .matches(pairs -> ((Number) pairs).longValue() < 10);
    }

    @Test
    void whatSomebodyCalledDistinctIsNotProposedAgain() {
        crowd();
        long one = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        long other = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        find();
        List<Subject> both = List.of(Subject.contact(one), Subject.contact(other));
        duplicates.distinct(both, mara());
        assertThat(duplicates.groups("", mara())).isEmpty();
        db.execute("delete from duplicates.progress");
        find();
        assertThat(duplicates.groups("", mara()))
                .as("not even when everything is compared anew")
                .isEmpty();
        duplicates.reopen(both, mara());
        assertThat(duplicates.groups("", mara())).hasSize(1);
    }

    @Test
    void mergedRecordsLeaveTheListAndComeBackWithTheUndo() {
        crowd();
        long one = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        long other = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        long third = contacts.add(person("Annegret", "Maierhoffer", "annegret@kern.test", null));
        find();
        assertThat(duplicates.groups("", mara()).getFirst().members()).hasSize(3);
        long merge = merges.merge(Subject.contact(one), List.of(other, third), Map.of(), mara());
        assertThat(duplicates.groups("", mara())).isEmpty();
        assertThat(duplicates.count("", mara())).isZero();
        merges.undo(merge, mara());
        assertThat(duplicates.groups("", mara()).getFirst().members()).hasSize(3);
    }

    @Test
    void veryManyRecordsUnderOneKeyAreComparedWithTheirNeighboursAndTheRestIsCounted() {
        for (int i = 0; i < 40; i++) companies.add(company("Filiale " + (char) ('A' + i % 26) + i, "kette.test", null));
        find();
        // one key of 40: each with the 12 behind it is 40 × 12 − 78 = 402 of 780 pairs
        assertThat(db.fetchValue("select left_out from duplicates.progress where kind = 'company'"))
                .isEqualTo(378L);
        assertThat((Long) db.fetchValue("select compared from duplicates.progress where kind = 'company'"))
                .isGreaterThanOrEqualTo(402);
    }

    @Test
    void whoTypesAKnownPersonWithASlipIsToldWhoItProbablyIs() {
        long known = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", "+4985112345"));
        WebClient svea = browsers.as("svea");
        Map<String, String> form =
                new HashMap<>(Map.of("firstName", "Anegret", "lastName", "Maierhofer", "phone", "0851 12345"));
        var warned = svea.post("/contacts", form);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body())
                .contains(
                        "/contacts/" + known + "\"",
                        "Annegret Maierhofer",
                        "first name: one letter differs",
                        "same number");
        form.put("anyway", "true");
        assertThat(svea.post("/contacts", form).statusCode()).isEqualTo(302);
    }

    @Test
    void aRowThatLooksLikeARecordIsRemarkedAndTakenForItOnlyWhereTheMappingSaysSo() {
        crowd();
        long known = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", "+4985112345"));
        String file =
                "Record ID;First Name;Last Name;Phone;Title\n77;Annegret;Meierhofer;+4985112345;CEO\n78;Rudi;Neumann;+4985199999;CFO\n";
        String report = run(file, "\"match\":null");
        assertThat(report)
                .contains("Looks like a record that is here already", "Annegret Maierhofer", "/contacts/" + known);
        assertThat(contacts.find(known).orElseThrow().details().jobTitle()).isNull();
        assertThat(count("last_name in ('Meierhofer', 'Neumann')")).isEqualTo(2);

        db.execute("delete from contacts.contact where last_name in ('Meierhofer', 'Neumann')");
        report = run(file, "\"match\":\"likely\"");
        assertThat(report).contains("Taken for the record that is here already");
        assertThat(contacts.find(known).orElseThrow().details().jobTitle()).isEqualTo("CEO");
        assertThat(count("last_name = 'Neumann'")).isEqualTo(1);
        assertThat(count("source_id = '77' and id = " + known))
                .as("and is known by its id from now on")
                .isEqualTo(1);
    }

    @Test
    void aFileThatStillKnowsALoserBringsItNotBack() {
        long winner = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        long loser = contacts.add(
                person("Annegret", "Meierhofer", null, "+4985112345"), TestClock.START, new Origin(null, "alt", "77"));
        merges.merge(Subject.contact(winner), List.of(loser), Map.of(), mara());
        run("Record ID;First Name;Last Name;Phone;Title\n77;Annegret;Meierhofer;+4985112345;CEO\n", "\"match\":null");
        assertThat(count("last_name like 'M%erhofer'")).isEqualTo(1);
        assertThat(contacts.find(winner).orElseThrow().details().name()).isEqualTo("Annegret Maierhofer");
    }

    @Test
    void onlyWhoMayChangeContactsSeesDuplicates() {
        long one = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        long other = contacts.add(person("Annegret", "Maierhofer", "annegret@kern.test", null));
        find();
        String codes = "contact-" + one + ",contact-" + other;
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.get("/duplicates").statusCode()).isEqualTo(403);
        assertThat(carlo.get("/duplicates/" + codes).statusCode()).isEqualTo(403);
        assertThat(carlo.get("/contacts/" + one).body()).doesNotContain("/duplicates/");
        assertThat(carlo.post("/merges", Map.of("records", codes, "stays", "contact-" + one))
                        .statusCode())
                .isEqualTo(403);
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/contacts/" + one).body())
                .contains("Probably also Annegret Maierhofer", "/duplicates/" + codes);
        assertThat(mara.get("/duplicates/contact-" + one + ",company-1").statusCode())
                .isEqualTo(404);
        assertThat(mara.get("/duplicates/contact-" + one + ",contact-" + one).statusCode())
                .isEqualTo(404);
        assertThat(mara.get("/duplicates/contact-" + one + ",contact-99999").statusCode())
                .isEqualTo(404);
        assertThat(count("last_name = 'Maierhofer'")).isEqualTo(2);
    }

    /** Imports contacts under the system {@code alt}; what the page says of the rows. */
    private String run(String file, String match) {
        WebClient mara = browsers.as("mara");
        mara.get("/imports");
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        String page = location(mara.upload("/imports", "files", "contacts.csv", bytes, Map.of("system", "alt")));
        String mapping = location(mara.get(page));
        mara.get(mapping);
        String text = """
                {"object":"contact",%s,"columns":[{"column":"Record ID","field":"source_id"},{"column":"First Name","field":"first_name"},
                {"column":"Last Name","field":"last_name"},{"column":"Phone","field":"phone"},{"column":"Title","field":"job_title"}]}""".formatted(match);
        location(mara.send("PUT", mapping + "/text", Map.of("text", text)));
        location(mara.post(page + "/run", Map.of()));
        queue.runUntilIdle();
        return mara.get(page).body() + mara.get(page + "/remarks.csv").body();
    }

    /** Strangers enough that a shared value means something. */
    private void crowd() {
        List<String> given =
                List.of("Ulrich", "Dorothea", "Ottokar", "Friederike", "Waldemar", "Isolde", "Quirin", "Josefa");
        List<String> family =
                List.of("Bachmann", "Czerny", "Dollinger", "Ehrenreich", "Fassbinder", "Gottschalk", "Hundertwasser");
        for (String one : given) {
            for (String other : family) contacts.add(person(one, other, null, null));
        }
    }

    private void find() {
        queue.put(DuplicateJob.KIND, "");
        queue.runUntilIdle();
    }

    private long compared(String kind) {
        return (Long) db.fetchValue("select compared from duplicates.progress where kind = '" + kind + "'");
    }

    private long count(String where) {
        return (Long) db.fetchValue("select count(*) from contacts.contact where " + where);
    }

    private static ContactDetails person(String first, String last, @Nullable String mail, @Nullable String phone) {
        ContactDetails d = ContactDetails.of(first, last, mail);
        return new ContactDetails(
                null,
                null,
                first,
                last,
                mail,
                phone,
                null,
                null,
                null,
                null,
                null,
                d.mayMail(),
                d.mayCall(),
                null,
                null);
    }

    private static CompanyDetails company(String name, @Nullable String domain, @Nullable String vat) {
        return new CompanyDetails(
                name, domain, null, null, null, null, null, null, null, null, vat, "unknown", null, null, null);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private Person mara() {
        return cast.person("mara");
    }
}
