package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a company has brought, as its page shows it. */
@DoppelpassTest
class CompanyValueTest {
    private final CompanyValueTable table;
    private final Revenues revenues;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;

    CompanyValueTest(
            CompanyValueTable table,
            Revenues revenues,
            SomeContacts contacts,
            TestBrowsers browsers,
            DSLContext db,
            Cast cast) {
        this.table = table;
        this.revenues = revenues;
        this.contacts = contacts;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
    }

    @Test
    void postingsCountAndMarginIsThatOfKnownCostAlone() {
        cast.enter();
        long company = db.fetchSingle("select company_id from contacts.contact where id = ?", contacts.complete())
                .get(0, Long.class);
        assertThat(table.of(company).nothing()).isTrue();
        assertThat(browsers.as("lena").get("/companies/" + company).body()).doesNotContain("Value so far");
        revenues.post(revenue("R-1", company, 100_000, 60_000L, "2026-03-01"));
        revenues.post(revenue("R-2", company, 50_000, null, "2026-04-02"));
        long wrong = revenues.post(revenue("R-3", company, 7_777_700, 1L, "2026-05-03"));
        revenues.cancel(wrong);
        // 1,000 + 500 €; margin 1,000 − 600 €, of the one posting whose cost is known
        assertThat(table.of(company))
                .isEqualTo(new CompanyValue(150_000, 40_000L, 2, 1, LocalDate.of(2026, 4, 2), 0, 0, 0, 0));
        assertThat(browsers.as("lena").get("/companies/" + company).body())
                .contains("Value so far", "€1,500", "€400", "cost known for 1 of 2", "2 postings");
    }

    private static NewRevenue revenue(String number, long company, long minor, @Nullable Long cost, String day) {
        return new NewRevenue(number, company, null, null, LocalDate.parse(day), minor, cost, null);
    }
}
