package doppelpass.rules;

import static doppelpassdb.campaigns.Tables.CAMPAIGN;
import static doppelpassdb.contacts.Tables.COMPANY;
import static doppelpassdb.contacts.Tables.CONTACT;
import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.PRODUCT;
import static doppelpassdb.deals.Tables.STAGE;
import static doppelpassdb.leads.Tables.LEAD;
import static doppelpassdb.pricing.Tables.LINE;
import static doppelpassdb.tags.Tables.TAG;
import static doppelpassdb.tags.Tables.TAGGING;
import static doppelpassdb.tasks.Tables.TASK;
import static doppelpassdb.timeline.Tables.ACTIVITY;
import static doppelpassdb.timeline.Tables.TOUCHPOINT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Records of all modules with gaps, written straight into their tables; every column rules read is filled somewhere. */
final class SomeWorld {
    private static final List<String> WORDS = List.of("event", "Event", "web", "partner", "ä", "a'b", "_x");
    private static final List<String> CHANNELS = List.of("event", "webinar", "other");

    private final DSLContext db;
    private final Random random;
    private final Instant now;
    private final Long person;
    private boolean first;

    SomeWorld(DSLContext db, Random random, Instant now, Long person) {
        this.db = db;
        this.random = random;
        this.now = now;
        this.person = person;
    }

    void make() {
        List<Long> companies = many(8, this::company);
        List<Long> contacts = many(14, i -> contact(i, companies));
        List<Long> campaigns = many(5, this::campaign);
        List<Long> leads = many(16, i -> lead(i, contacts, companies, campaigns));
        List<Long> products = many(2, this::product);
        List<Long> stages = db.select(STAGE.ID).from(STAGE).fetch(STAGE.ID);
        List<Long> deals = many(14, i -> deal(i, contacts, companies, campaigns, leads, products, stages));
        many(12, i -> line(deals, products));
        List<Long> tags = many(
                3,
                i -> inserted(db.newRecord(TAG)
                        .with(TAG.NAME, List.of("event", "VIP", "web").get(i))
                        .with(TAG.CREATED_AT, now)));
        tagged("lead", leads, tags);
        tagged("contact", contacts, tags);
        tagged("company", companies, tags);
        tagged("deal", deals, tags);
        tagged("campaign", campaigns, tags);
        todo("contact", contacts);
        todo("company", companies);
        todo("lead", leads);
        todo("deal", deals);
        todo("campaign", campaigns);
        tagged("task", db.select(TASK.ID).from(TASK).fetch(TASK.ID), tags);
        for (Table<?> table : List.of(TOUCHPOINT, ACTIVITY))
            many(30, i -> entry(table, i, contacts, companies, leads, deals, campaigns));
    }

    private Long line(List<Long> deals, List<Long> products) {
        return inserted(db.newRecord(LINE)
                .with(LINE.DEAL_ID, any(deals))
                .with(LINE.POSITION, 1)
                .with(LINE.PRODUCT_ID, maybe(any(products)))
                .with(LINE.TEXT, word())
                .with(LINE.UNIT, maybe(word()))
                .with(LINE.QUANTITY, java.math.BigDecimal.valueOf(1 + random.nextInt(5_000), 3))
                .with(LINE.PRICE_MINOR, (long) random.nextInt(500))
                .with(LINE.NET_MINOR, (long) random.nextInt(500))
                .with(LINE.TOTAL_COST_MINOR, maybe((long) random.nextInt(500))));
    }

    private void tagged(String kind, List<Long> records, List<Long> tags) {
        for (Long entry : records) {
            for (Long tag : tags) {
                if (random.nextInt(3) == 0)
                    db.insertInto(TAGGING, TAGGING.TAG_ID, TAGGING.KIND, TAGGING.RECORD_ID, TAGGING.TAGGED_AT)
                            .values(tag, kind, entry, now.minus(Duration.ofDays(random.nextInt(60))))
                            .execute();
            }
        }
    }

    /** Tasks about some of these records; some are closed. */
    private void todo(String kind, List<Long> records) {
        for (int i = 0; i < 8; i++) {
            boolean closed = i % 3 == 2;
            inserted(db.newRecord(TASK)
                    .with(TASK.TITLE, word())
                    .with(TASK.KIND, kind)
                    .with(TASK.RECORD_ID, any(records))
                    .with(TASK.DUE_ON, maybe(day()))
                    .with(TASK.PRIORITY, any(List.of("high", "normal", "low")))
                    .with(TASK.STATE, closed ? any(List.of("done", "dropped")) : "open")
                    .with(TASK.CLOSED_AT, closed ? time() : null)
                    .with(TASK.ASSIGNEE_ID, person)
                    .with(TASK.GIVEN_BY, maybe(person))
                    .with(TASK.CREATED_BY, person)
                    .with(TASK.CREATED_AT, time())
                    .with(TASK.CHANGED_AT, now));
        }
    }

    private Long company(int i) {
        return inserted(db.newRecord(COMPANY)
                .with(COMPANY.NAME, i == 0 ? "event" : "Kern " + i)
                .with(COMPANY.DOMAIN, maybe("kern" + i + ".test"))
                .with(COMPANY.INDUSTRY, maybe(word()))
                .with(COMPANY.EMPLOYEES, maybe(random.nextInt(6)))
                .with(COMPANY.CITY, maybe(word()))
                .with(COMPANY.POSTCODE, maybe("8821" + i))
                .with(COMPANY.COUNTRY, maybe(word()))
                .with(COMPANY.VAT_ID, maybe("DE" + i))
                .with(COMPANY.FIT, any(List.of("A", "B", "C", "D", "unknown")))
                .with(COMPANY.OWNER_ID, maybe(person))
                .with(COMPANY.CREATED_AT, time()));
    }

    private Long contact(int i, List<Long> companies) {
        return inserted(db.newRecord(CONTACT)
                .with(CONTACT.COMPANY_ID, maybe(any(companies)))
                .with(CONTACT.FIRST_NAME, any(List.of("", "Julia")))
                .with(CONTACT.LAST_NAME, "Kern" + i)
                .with(CONTACT.MAIL, maybe("julia" + i + "@web.test"))
                .with(CONTACT.PHONE, maybe("+49 751 " + i))
                .with(CONTACT.JOB_TITLE, maybe(word()))
                .with(CONTACT.COUNTRY, maybe(word()))
                .with(CONTACT.SOURCE, maybe(word()))
                .with(CONTACT.LAWFUL_BASIS, maybe(any(List.of("consent", "contract"))))
                .with(CONTACT.MAY_MAIL, any(List.of("yes", "no", "unknown")))
                .with(CONTACT.MAY_CALL, any(List.of("yes", "no", "unknown")))
                .with(CONTACT.OWNER_ID, maybe(person))
                .with(CONTACT.CREATED_AT, time()));
    }

    private Long campaign(int i) {
        return inserted(db.newRecord(CAMPAIGN)
                .with(CAMPAIGN.NAME, "Campaign " + i)
                .with(CAMPAIGN.TYPE, word())
                .with(CAMPAIGN.CHANNEL, any(CHANNELS))
                .with(CAMPAIGN.STATUS, any(List.of("planned", "active", "done")))
                .with(CAMPAIGN.STARTS_ON, maybe(day()))
                .with(CAMPAIGN.ENDS_ON, maybe(day().plusDays(60)))
                .with(CAMPAIGN.BUDGET_MINOR, maybe((long) random.nextInt(400)))
                .with(CAMPAIGN.OWNER_ID, maybe(person))
                .with(CAMPAIGN.CREATED_AT, time()));
    }

    private Long lead(int i, List<Long> contacts, List<Long> companies, List<Long> campaigns) {
        return inserted(db.newRecord(LEAD)
                .with(LEAD.CONTACT_ID, any(contacts))
                .with(LEAD.COMPANY_ID, maybe(any(companies)))
                .with(LEAD.CAMPAIGN_ID, maybe(any(campaigns)))
                .with(LEAD.PRODUCT_LINE, "line " + i)
                .with(LEAD.STATE, any(List.of("OPEN", "NURTURE", "SAL", "WON")))
                .with(LEAD.CYCLE, 1 + random.nextInt(2))
                .with(LEAD.SOURCE, any(List.of("", word())))
                .with(LEAD.CHANNEL, any(CHANNELS))
                .with(LEAD.INTENT, random.nextInt(6))
                .with(LEAD.HAND_RAISE, maybe("call_me"))
                .with(LEAD.OWNER_ID, maybe(person))
                .with(LEAD.CREATED_AT, time())
                .with(LEAD.STATE_SINCE, time()));
    }

    private Long product(int i) {
        return inserted(db.newRecord(PRODUCT)
                .with(PRODUCT.NAME, i == 0 ? "web" : "gears")
                .with(PRODUCT.LINE, "event"));
    }

    private Long deal(
            int i,
            List<Long> contacts,
            List<Long> companies,
            List<Long> campaigns,
            List<Long> leads,
            List<Long> products,
            List<Long> stages) {
        return inserted(db.newRecord(DEAL)
                .with(DEAL.NAME, "Deal " + i)
                .with(DEAL.COST_MINOR, maybe((long) random.nextInt(400)))
                .with(DEAL.COMPANY_ID, maybe(any(companies)))
                .with(DEAL.CONTACT_ID, maybe(any(contacts)))
                .with(DEAL.LEAD_ID, maybe(any(leads)))
                .with(DEAL.CAMPAIGN_ID, maybe(any(campaigns)))
                .with(DEAL.PRODUCT_ID, maybe(any(products)))
                .with(DEAL.TYPE, any(List.of("new", "expansion")))
                .with(DEAL.SOURCE, any(List.of("", word())))
                .with(DEAL.CHANNEL, any(CHANNELS))
                .with(DEAL.STAGE_ID, any(stages))
                .with(DEAL.AMOUNT_MINOR, (long) random.nextInt(700))
                .with(DEAL.EXPECTED_CLOSE, maybe(day()))
                .with(DEAL.NEXT_STEP, maybe(word()))
                .with(DEAL.LOSS_REASON, maybe("L01"))
                .with(DEAL.OWNER_ID, maybe(person))
                .with(DEAL.CREATED_AT, time())
                .with(DEAL.STAGE_SINCE, time())
                .with(DEAL.CLOSED_AT, maybe(time())));
    }

    /** A touchpoint or an activity: one in five was taken back. */
    private Long entry(
            Table<?> table,
            int i,
            List<Long> contacts,
            List<Long> companies,
            List<Long> leads,
            List<Long> deals,
            List<Long> campaigns) {
        UpdatableRecord<?> row = (UpdatableRecord<?>) db.newRecord(table);
        row.set(row.field("kind", String.class), any(List.of("call", "email", "meeting")));
        row.set(row.field("direction", String.class), any(List.of("in", "out")));
        row.set(row.field("contact_id", Long.class), i == 0 ? contacts.getFirst() : maybe(any(contacts)));
        row.set(row.field("company_id", Long.class), maybe(any(companies)));
        row.set(row.field("lead_id", Long.class), maybe(any(leads)));
        row.set(row.field("deal_id", Long.class), maybe(any(deals)));
        row.set(row.field("occurred_at", Instant.class), time());
        row.set(row.field("replaced_at", Instant.class), i % 5 == 4 ? now : null);
        if (table == TOUCHPOINT) {
            row.set(TOUCHPOINT.TITLE, any(List.of("", word())));
            row.set(TOUCHPOINT.CHANNEL, any(CHANNELS));
            row.set(TOUCHPOINT.CAMPAIGN_ID, maybe(any(campaigns)));
        } else {
            row.set(ACTIVITY.SUBJECT, any(List.of("", word())));
            row.set(ACTIVITY.OUTCOME, maybe(any(List.of("reached", "planned"))));
            row.set(ACTIVITY.PERSON_ID, maybe(person));
            row.set(ACTIVITY.DURATION_SECONDS, i == 0 ? 300 : maybe(any(List.of(60, 90, 1800))));
        }
        return inserted(row);
    }

    private List<Long> many(int count, IntFunction<Long> make) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    first = i == 0;
                    return make.apply(i);
                })
                .toList();
    }

    private static Long inserted(UpdatableRecord<?> row) {
        row.insert();
        return row.get("id", Long.class);
    }

    private Instant time() {
        return now.minus(Duration.ofHours(random.nextInt(24 * 60))).minusNanos(1_000L * random.nextInt(2));
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(60) - 30L);
    }

    private String word() {
        return any(WORDS);
    }

    /** The first of each kind has no gaps, or some seed would leave a column empty. */
    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 && !first ? null : value;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
