package doppelpass.importing;

import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.fields.ValueType;
import doppelpass.testing.Cast;
import java.util.List;
import org.jooq.DSLContext;

/** Records of every list with something in each column, and with texts that files could spoil. */
record Everything(Imports imports, Definitions definitions, DSLContext db, Cast cast) {
    /** Starts of texts that spreadsheets take for formulas, and of those that protect others from it. */
    private static final List<String> STARTS = List.of("=", "+", "-", "@", "'", "'=", "''-", "\"=", ";=", "＝");

    void stage() {
        long svea = cast.person("svea").id();
        long mara = cast.person("mara").id();
        db.execute("insert into identity.person (name, mail, function, language, active)"
                + " values ('Svea Sales', 'svea.two@test.test', 'sales', 'de', false)");
        long twin = number("select max(id) from identity.person");
        companies(svea, twin);
        contacts(svea);
        campaigns(mara, twin);
        leads(mara);
        deals(svea, twin);
        tasks(svea);
        activities(svea, twin);
        Trips.LISTS.keySet().forEach(this::customFields);
        tags();
    }

    private void companies(long svea, long twin) {
        db.execute(
                "insert into contacts.company (name, website, phone, employees, city, country, fit, owner_id, note, created_at)"
                        + " values ('Kern GmbH', 'https://kern.test', '+4985112345', 1480, 'Passau', 'DE', 'A', " + svea
                        + ", E'Zeile 1; \"zitiert\"\\nZeile 2', timestamptz '2025-10-26 01:30:17.123456+00')");
        db.execute(
                "insert into contacts.company (name, fit, created_at, parent_id, owner_id) select 'Kern GmbH', 'unknown', now(), id, "
                        + twin + " from contacts.company");
        starts("insert into contacts.company (name, industry, street, created_at, parent_id)"
                + " select START || 'Werk', START || 'Bau', START || 'Weg 1', now(), max(id) from contacts.company");
        db.execute("insert into contacts.company (name, created_at) values ('Holding', now())");
    }

    private void contacts(long svea) {
        db.execute(
                "insert into contacts.contact (first_name, last_name, mail, phone, company_id, lawful_basis, may_mail, may_call,"
                        + " owner_id, created_at) select 'Änne', 'Ohm', 'anne@ohm.test', '+4985112345', max(id), 'consent', 'yes', 'no', "
                        + svea + ", now() from contacts.company where name = 'Kern GmbH'");
        db.execute("insert into contacts.contact (first_name, last_name, mail, company_text, created_at)"
                + " values ('', '', 'only@mail.test', 'Ohm AG', now())");
        db.execute("insert into contacts.contact (first_name, last_name, created_at) values ('Änne', 'Ohm', now())");
        starts(
                "insert into contacts.contact (first_name, last_name, job_title, source, company_text, note, created_at)"
                        + " values (START || 'Vor', START || 'Nach', START || 'Amt', START || 'Messe', START || 'Firma', START || 'Satz', now())");
    }

    private void campaigns(long mara, long twin) {
        db.execute("insert into campaigns.campaign (name, type, channel, status, starts_on, ends_on, budget_minor,"
                + " expected_revenue_minor, goal, owner_id, created_at) values"
                + " ('Messe', 'Trade Show', 'event', 'done', '2026-05-31', '2026-06-02', 123456789, 99, 'Mehr', " + mara
                + ", now()), ('Messe', 'Messe', 'other', 'planned', null, null, 100000, null, null, " + twin
                + ", now())");
        starts("insert into campaigns.campaign (name, type, channel, status, goal, created_at)"
                + " values (START || 'Lauf', START || 'Art', 'email', 'active', START || 'Ziel', now())");
    }

    private void leads(long mara) {
        db.execute(
                "insert into leads.lead (contact_id, product_line, state, source, channel, hand_raise, owner_id, campaign_id,"
                        + " created_at, state_since) select c.id, 'gears', v.state, 'website', 'sales_outbound', v.wish, "
                        + mara
                        + ", (select max(id) from campaigns.campaign where name = 'Messe'), now(), now() from"
                        + " (select id, row_number() over (order by id) as place from contacts.contact where last_name = 'Ohm' or mail is not null) c"
                        + " join (values (1, 'SAL', 'call_me'), (2, 'NEW', null), (3, 'DISQUALIFIED', 'demo_request')) v (place, state, wish)"
                        + " using (place)");
        starts(
                "insert into leads.lead (contact_id, product_line, state, source, created_at, state_since)"
                        + " select id, START || 'Linie', 'NEW', START || 'Quelle', now(), now() from contacts.contact where last_name = START || 'Nach'");
    }

    private void deals(long svea, long twin) {
        String deal =
                "insert into deals.deal (name, company_id, contact_id, lead_id, campaign_id, type, source, channel, stage_id,"
                        + " amount_minor, expected_close, next_step, next_step_on, loss_reason, owner_id, created_at, stage_since, closed_at)"
                        + " select NAME, (select max(id) from contacts.company where name = 'Kern GmbH'), c.id,"
                        + " (select min(id) from leads.lead), (select max(id) from campaigns.campaign where name = 'Messe'), 'renewal', 'Messe',"
                        + " 'sales_outbound', s.id, 1234567, '2026-07-31', 'Anrufen', '2026-07-01', REASON, OWNER, now(), now(),"
                        + " case when s.kind <> 'open' then timestamptz '2025-10-26 01:30:17.9+00' end"
                        + " from deals.stage s, contacts.contact c where s.kind = KIND and c.CONTACT order by s.id desc limit 1";
        add(deal, "'Offen'", "null", Long.toString(svea), "'open'", "last_name = 'Ohm'");
        add(deal, "'Gewonnen'", "null", Long.toString(twin), "'won'", "mail = 'only@mail.test'");
        add(deal, "'Verloren'", "'L05'", "null", "'lost'", "mail = 'anne@ohm.test'");
        add(deal, "'Frei verloren'", "'Competitor'", "null", "'lost'", "mail = 'anne@ohm.test'");
        starts(
                "insert into deals.deal (name, source, stage_id, next_step, created_at, stage_since)"
                        + " select START || 'Kauf', START || 'Quelle', min(id), START || 'Schritt', now(), now() from deals.stage where kind = 'open'");
    }

    private void add(String deal, String name, String reason, String owner, String kind, String contact) {
        db.execute(deal.replace("NAME", name)
                .replace("REASON", reason)
                .replace("OWNER", owner)
                .replace("KIND", kind)
                .replace("CONTACT", contact));
    }

    private void tasks(long svea) {
        String task =
                "insert into tasks.task (title, note, due_on, due_time, priority, state, assignee_id, kind, record_id, rule,"
                        + " starts_on, occurs_on, created_by, created_at, changed_at, closed_at) select ";
        db.execute(task + "'Anrufen', 'Notiz', '2026-05-04', '14:30', 'high', 'open', " + svea
                + ", 'deal', max(id), null, null::date, null::date, " + svea
                + ", now(), now(), null::timestamptz from deals.deal");
        db.execute(task + "'Woche', '', '2026-05-04'::date, null::time, 'low', 'open', " + svea
                + ", 'company', max(id), 'FREQ=WEEKLY', '2026-05-04'::date, '2026-05-04'::date, " + svea
                + ", now(), now(), null::timestamptz from contacts.company");
        db.execute(task + "'Fertig', '', null::date, null::time, 'normal', 'done', " + svea
                + ", null, null::bigint, null, null::date, null::date, " + svea
                + ", now(), now(), timestamptz '2025-10-26 01:30:17.9+00'");
        starts("insert into tasks.task (title, note, assignee_id, created_by, created_at, changed_at)"
                + " values (START || 'Tun', START || 'Notiz', " + svea + ", " + svea + ", now(), now())");
    }

    private void activities(long svea, long twin) {
        String activity =
                "insert into timeline.activity (kind, direction, outcome, subject, note, contact_id, company_id, lead_id, deal_id,"
                        + " person_id, occurred_at, duration_seconds, created_at) select ";
        db.execute(
                activity + "'call', 'out', 'reached', 'Anruf', E'Zeile 1; \"zitiert\"\\nZeile 2', c.id, c.company_id,"
                        + " (select min(id) from leads.lead), (select max(id) from deals.deal), " + svea
                        + ", timestamptz '2025-10-26 01:30:17.9+00', 754, now() from contacts.contact c where mail = 'anne@ohm.test'");
        db.execute(activity + "'meeting', null, 'cancelled', '', 'Nur eine Notiz', null, max(id), null, null, " + twin
                + ", now(), null, now() from contacts.company where name = 'Kern GmbH'");
        db.execute(activity + "'email', 'in', 'planned', 'Angebot', null, max(id), null, null, null, null::bigint,"
                + " now() + interval '3 days', 60, now() from contacts.contact where mail = 'only@mail.test'");
        db.execute(activity + "'note', null, null, '', trim(repeat('Lang ', 60)), max(id), null, null, null, " + svea
                + ", now(), null, now() from contacts.contact where mail = 'only@mail.test'");
        starts(
                "insert into timeline.activity (kind, subject, note, deal_id, occurred_at)"
                        + " select 'task', START || 'Betreff', START || 'Notiz', id, now() from deals.deal where name = START || 'Kauf'");
    }

    private void customFields(String object) {
        for (ValueType type : ValueType.values()) {
            if (type == ValueType.FORMULA) continue;
            String choices = type.chosen() ? "Rot | Red\nGrün | Green\nBlau | Blue" : "";
            definitions.add(new FieldForm(
                    object,
                    type.code(),
                    "Feld " + type.code(),
                    type.code(),
                    "",
                    "",
                    "",
                    "",
                    choices,
                    type == ValueType.LINK ? "contact" : "",
                    "",
                    "",
                    "",
                    ""));
        }
        String table = imports.object(object).table();
        String values =
                "jsonb_build_object('text', START || 'Halle', 'number', 1.234, 'money', 9990, 'date', '2026-05-31', 'choice', 'green',"
                        + " 'choices', array['red', 'blue'], 'flag', true, 'link', (select max(id) from contacts.contact where last_name = 'Ohm'))";
        for (int i = 0; i < STARTS.size(); i++)
            db.execute("update " + table + " set fields = " + values.replace("START", quoted(STARTS.get(i)))
                    + " where id in (select id from " + table + " order by id offset " + i + " limit 1)");
        db.execute("update " + table + " set fields = fields || '{\"number\": 1234567.125, \"flag\": false}'"
                + " where id in (select id from " + table + " order by id limit 1)");
    }

    private void tags() {
        List<String> names = List.of("Messe", "a b", "=eins", "@zwei", "'drei");
        for (String name : names) db.execute("insert into tags.tag (name, created_at) values (?, now())", name);
        for (String object : Trips.LISTS.keySet())
            db.execute(
                    "insert into tags.tagging (tag_id, kind, record_id, tagged_at) select t.id, ?, r.id, now()"
                            + " from tags.tag t cross join (select id, row_number() over (order by id) as place from "
                            + imports.object(object).table() + ") r where (t.id + r.place) % 3 = 0",
                    object);
    }

    private void starts(String insert) {
        STARTS.forEach(start -> db.execute(insert.replace("START", quoted(start))));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private long number(String sql) {
        return ((Number) db.fetchValue(sql)).longValue();
    }
}
