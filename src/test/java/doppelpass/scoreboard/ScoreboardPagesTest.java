package doppelpass.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ScoreboardPagesTest {
    private final TestBrowsers browsers;
    private final Leads leads;
    private final SomeContacts contacts;
    private final WarmUp warmUp;
    private final Cast cast;

    ScoreboardPagesTest(TestBrowsers browsers, Leads leads, SomeContacts contacts, WarmUp warmUp, Cast cast) {
        this.browsers = browsers;
        this.leads = leads;
        this.contacts = contacts;
        this.warmUp = warmUp;
        this.cast = cast;
    }

    @BeforeEach
    void nothingHasHappened() {
        cast.enter();
    }

    @Test
    void whereTheRecordsAreOldThePageLeadsToTheirLastMonth() {
        assertThat(page("/scoreboard")).doesNotContain("The latest records are of");
        lead(Instant.parse("2021-05-10T09:00:00Z"));
        lead(Instant.parse("2020-11-10T09:00:00Z"));
        assertThat(page("/scoreboard"))
                .contains("The latest records are of May 2021")
                .contains("href=\"/scoreboard?month=2021-05\"");
        assertThat(page("/scoreboard?month=2021-05")).doesNotContain("The latest records are of");
        assertThat(page("/kpis"))
                .contains("Nothing happened in the year up to May 2026. The latest records are of May 2021")
                .contains("href=\"/kpis?period=2021-05\"");
        assertThat(page("/profit?period=2026-Q1")).contains("href=\"/profit?against=plan&amp;period=2021-05\"");
        assertThat(page("/kpis?period=2021-Q2")).doesNotContain("The latest records are of");
        assertThat(page("/profit?period=2022-03")).doesNotContain("The latest records are of");
        lead(TestClock.START);
        assertThat(page("/scoreboard")).doesNotContain("The latest records are of");
        assertThat(page("/kpis")).as("records of June").doesNotContain("The latest records are of");
    }

    @Test
    void warmingUpNeedsNoOrganisationAndNoReader() {
        assertThatCode(warmUp::run).doesNotThrowAnyException();
        cast.leave();
        assertThatCode(warmUp::run).doesNotThrowAnyException();
    }

    private void lead(Instant at) {
        leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "paid_search", null, null, at),
                cast.person("mara"));
    }

    private String page(String path) {
        return browsers.as("lena").get(path).body();
    }
}
