package doppelpass.reach;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A contact with its company, a lead and a deal of one owner, and whatever hangs on records; all bear one word in their texts. */
@Component
class SomeRecords {
    static final Map<String, String> TABLES = Map.of(
            "company", "contacts.company", "contact", "contacts.contact", "lead", "leads.lead", "deal", "deals.deal");

    private final DSLContext db;
    private final Clock clock;

    SomeRecords(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    record Family(long company, long contact, long leadContact, long lead, long deal) {
        long id(String kind) {
            return switch (kind) {
                case "company" -> company;
                case "contact" -> contact;
                case "lead" -> lead;
                case "deal" -> deal;
                default -> throw new IllegalArgumentException(kind);
            };
        }
    }

    /** The deal and the company stand alone; the lead has a contact of its own, of the same owner. */
    Family of(@Nullable Long owner, String word) {
        long company = insert(
                "insert into contacts.company (name, city, owner_id, created_at) values ({0}, {0}, {1}, now())",
                word, owner);
        long contact = contact(owner, word);
        long leadContact = contact(owner, word);
        long lead = insert(
                "insert into leads.lead (contact_id, state, owner_id, source, created_at, state_since)"
                        + " values ({0}, 'OPEN', {1}, {2}, now(), now())",
                leadContact, owner, word);
        long deal = insert(
                "insert into deals.deal (name, stage_id, amount_minor, owner_id, created_at, stage_since)"
                        + " select {0}, id, 100000, {1}, now(), now() from deals.stage where kind = 'open' order by id limit 1",
                word, owner);
        Family family = new Family(company, contact, leadContact, lead, deal);
        for (String kind : List.of("company", "contact", "lead", "deal")) hang(kind, family.id(kind), word);
        return family;
    }

    private long contact(@Nullable Long owner, String word) {
        return insert(
                "insert into contacts.contact (last_name, mail, phone, owner_id, created_at)"
                        + " values ({0}, lower({0}) || '@kunde.test', '+4975112345', {1}, now())",
                word, owner);
    }

    private void hang(String kind, long id, String word) {
        long boris = Objects.requireNonNull(db.fetchOne("select id from identity.person where mail like 'boris%'"))
                .get(0, Long.class);
        insert(
                "insert into timeline.activity (kind, subject, person_id, occurred_at, " + kind + "_id)"
                        + " values ('call', {0}, {1}, now(), {2})",
                word,
                boris,
                id);
        insert(
                "insert into timeline.touchpoint (kind, title, occurred_at, " + kind
                        + "_id) values ('download', {0}, now(), {1})",
                word,
                id);
        insert(
                "insert into tasks.task (title, assignee_id, kind, record_id, created_by, created_at, changed_at)"
                        + " values ({0}, {1}, {2}, {3}, {1}, now(), now())",
                word, boris, kind, id);
        insert(
                "insert into notes.note (kind, record_id, text, author_id, written_at) values ({0}, {1}, {2}, {3}, now())",
                kind, id, word, boris);
        db.execute("insert into tags.tag (name, created_at) values ('vip', now()) on conflict do nothing");
        insert(
                "insert into tags.tagging (tag_id, kind, record_id, tagged_at) select id, {0}, {1}, now() from tags.tag where name = 'vip'",
                kind, id);
    }

    long insert(String sql, @Nullable Object... values) {
        QueryPart[] bound = java.util.Arrays.stream(values).map(DSL::val).toArray(QueryPart[]::new);
        String timed = sql.replace("now()", "timestamptz '" + clock.instant() + "'");
        return Objects.requireNonNull(db.fetchOne(timed + " returning id", bound))
                .get(0, Long.class);
    }
}
