package doppelpass.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.bin.Deletions;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.database.DatabaseAddress;
import doppelpass.duplicates.Merges;
import doppelpass.identity.Person;
import doppelpass.notes.Notes;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A person who is in every room of the house, erased: afterwards no row of any table says who it was. */
@DoppelpassTest
class ErasureTest {
    private static final String WHO = "Zauberwortmann";

    private final Contacts contacts;
    private final Notes notes;
    private final Merges merges;
    private final Deletions deletions;
    private final TestBrowsers browsers;
    private final TransactionTemplate transaction;
    private final DatabaseAddress owner;
    private final DSLContext db;
    private final Cast cast;

    ErasureTest(
            Contacts contacts,
            Notes notes,
            Merges merges,
            Deletions deletions,
            TestBrowsers browsers,
            TransactionTemplate transaction,
            DatabaseAddress owner,
            DSLContext db,
            Cast cast) {
        this.contacts = contacts;
        this.notes = notes;
        this.merges = merges;
        this.deletions = deletions;
        this.browsers = browsers;
        this.transaction = transaction;
        this.owner = owner;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void afterwardsNoRowSaysWhoItWasAndFiguresStay() {
        Subject contact = everywhere();
        assertThat(tablesThatSay(WHO))
                .contains(
                        "contacts.contact",
                        "notes.note",
                        "files.file",
                        "tasks.task",
                        "timeline.activity",
                        "leads.entry",
                        "leads.handover",
                        "duplicates.merge",
                        "lists.bulk_row",
                        "importing.before",
                        "bin.deleted",
                        "news.item",
                        "audit.entry");
        String counted = counted();
        WebClient ada = browsers.as("ada");
        String preview = ada.get("/erasures/" + contact.code()).body();
        assertThat(preview)
                .contains(
                        WHO,
                        "<td>Notes</td><td class=\"r nowrap\">2</td>",
                        "<td>Files</td><td class=\"r nowrap\">1</td>");
        assertThat(tablesThatSay(WHO)).as("only shown what would go").contains("contacts.contact", "audit.entry");

        String wrong = ada.post("/erasures/" + contact.code(), Map.of("number", "1234567"))
                .body();
        assertThat(wrong).contains("Nothing was erased");
        assertThat(tablesThatSay(WHO)).contains("contacts.contact");

        var sent = ada.post("/erasures/" + contact.code(), Map.of("number", "" + contact.id()));
        String told = sent.headers().firstValue("Location").orElseThrow();
        String done = ada.get(
                        URI.create(told).getPath() + "?" + URI.create(told).getQuery())
                .body();
        assertThat(done).contains("The data of " + contact.code() + " are erased", "Ada");
        transaction.executeWithoutResult(status -> db.execute("call search.refresh()"));
        assertThat(tablesThatSay(WHO)).isEmpty();
        assertThat(counted()).isEqualTo(counted);
        assertThat(ada.get(contact.url()).body())
                .contains("Anonym " + contact.id(), "Personal data erased on")
                .doesNotContain(WHO);
    }

    @Test
    void onlyAdministratorsErase() {
        Subject contact = Subject.contact(contacts.add(ContactDetails.of("Ida", WHO, null)));
        for (String other : List.of("mara", "svea", "lena", "carlo")) {
            WebClient reader = browsers.as(other);
            assertThat(reader.get(contact.url()).body()).as(other).doesNotContain("/erasures/");
            assertThat(reader.get("/erasures/" + contact.code()).statusCode()).isEqualTo(403);
            assertThat(reader.post("/erasures/" + contact.code(), Map.of("number", "" + contact.id()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(browsers.as("ada").get(contact.url()).body()).contains(WHO);
        assertThat(browsers.as("ada").get("/erasures/company-1").statusCode()).isEqualTo(404);
        assertThat(browsers.as("ada").get("/erasures/contact-999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoLiesInTheBinDoesNotComeBack() {
        Subject contact = Subject.contact(contacts.add(ContactDetails.of("Ida", WHO, "ida@weg.test")));
        deletions.delete(contact, cast.person("mara"));
        WebClient ada = browsers.as("ada");
        ada.post("/erasures/" + contact.code(), Map.of("number", "" + contact.id()));
        transaction.executeWithoutResult(status -> db.execute("call search.refresh()"));
        assertThat(tablesThatSay(WHO)).isEmpty();
        assertThat(browsers.as("mara")
                        .send("DELETE", "/bin/" + contact.code(), Map.of())
                        .body())
                .contains("not in the bin any more");
    }

    private Subject everywhere() {
        long id = contacts.add(ContactDetails.of("Ida", WHO, "ida@weg.test"));
        Subject contact = Subject.contact(id);
        long twin = contacts.add(ContactDetails.of("I.", WHO, "zauberwortmann@weg.test"));
        long gone = insert(
                "insert into leads.lead (contact_id, state, source, created_at, state_since, fields)"
                        + " values ({0}, 'OPEN', 'Fair', now(), now(), '{\"said\": \"" + WHO + "\"}')",
                id);
        deletions.delete(Subject.lead(gone), cast.person("mara"));
        long lead = insert(
                "insert into leads.lead (contact_id, state, source, created_at, state_since, fields)"
                        + " values ({0}, 'OPEN', 'Fair', now(), now(), '{\"said\": \"" + WHO + "\"}')",
                id);
        insert(
                "insert into leads.entry (lead_id, cycle, state, note, occurred_at) values ({0}, 1, 'OPEN', '" + WHO
                        + " called', now())",
                lead);
        insert(
                "insert into leads.handover (lead_id, cycle, from_function, to_function, kind, trigger, message, offered_at, due_accept_at)"
                        + " values ({0}, 1, 'marketing', 'sales', 'mql', 'person', 'ask " + WHO + "', now(), now())",
                lead);
        insert(
                "insert into timeline.activity (kind, outcome, subject, note, contact_id, occurred_at)"
                        + " values ('call', 'reached', 'Call with " + WHO + "', 'x', {0}, now())",
                id);
        insert(
                "insert into tasks.task (title, assignee_id, kind, record_id, created_by, created_at, changed_at)"
                        + " values ('Call " + WHO + "', {1}, 'contact', {0}, {1}, now(), now())",
                id,
                ada().id());
        WebClient mara = browsers.as("mara");
        long call = insert(
                "insert into timeline.activity (kind, outcome, subject, contact_id, person_id, occurred_at)"
                        + " values ('call', 'reached', 'Deleted call with " + WHO + "', {0}, {1}, now())",
                id,
                cast.person("mara").id());
        mara.send("PUT", "/bin/activity-" + call, Map.of());
        long task = insert(
                "insert into tasks.task (title, assignee_id, kind, record_id, created_by, created_at, changed_at)"
                        + " values ('Deleted " + WHO + "', {1}, 'contact', {0}, {1}, now(), now())",
                id,
                cast.person("mara").id());
        mara.send("PUT", "/bin/task-" + task, Map.of());
        assertThat(db.fetchValue("select count(*) from bin.deleted")).isEqualTo(3L);
        browsers.as("svea").send("PUT", "/following/" + contact.code(), Map.of());
        notes.write(contact, WHO + " likes dogs, says @{" + cast.person("svea").id() + "}", cast.person("mara"));
        notes.write(Subject.lead(lead), WHO + " wants a demo", cast.person("mara"));
        browsers.as("mara")
                .upload(
                        "/files/on/" + contact.code(),
                        "files",
                        WHO + ".txt",
                        "x".getBytes(StandardCharsets.UTF_8),
                        Map.of());
        long bulk = insert(
                "insert into lists.bulk (list, field, value, state, person_id, created_at)"
                        + " values ('contacts', 'last_name', 'x', 'done', {0}, now())",
                ada().id());
        db.execute(
                "insert into lists.bulk_row values ({0}, {1}, 'changed', '" + WHO + "', 'x')",
                DSL.val(bulk),
                DSL.val(id));
        long file = insert("insert into importing.import (name, source_system, created_at) values ('x', 'crm', now())");
        db.execute(
                "insert into importing.before values ({0}, 'contacts.contact', {1}, '{\"last_name\": \"" + WHO
                        + "\"}')",
                DSL.val(file),
                DSL.val(id));
        db.execute(
                "insert into importing.before values ({0}, 'timeline.activity', {1}, jsonb_build_object('subject', '"
                        + WHO
                        + "', 'contact_id', {1})), ({0}, 'tasks.task', {1}, jsonb_build_object('title', '" + WHO
                        + "', 'kind', 'contact', 'record_id', {1}))",
                DSL.val(file),
                DSL.val(id));
        long renamed = Objects.requireNonNull(db.fetchOne("select id from tasks.task where title = 'Call " + WHO + "'"))
                .get(0, Long.class);
        long titles = insert(
                "insert into lists.bulk (list, field, value, state, person_id, created_at)"
                        + " values ('tasks', 'title', 'x', 'done', {0}, now())",
                ada().id());
        db.execute(
                "insert into lists.bulk_row values ({0}, {1}, 'changed', '" + WHO + "', 'x')",
                DSL.val(titles),
                DSL.val(renamed));
        merges.merge(contact, List.of(twin), Map.of(), cast.person("mara"));
        return contact;
    }

    /** What figures count of people: who was won when, on which channel, how often we called. */
    private String counted() {
        return db.fetch("""
                select (select count(*) from leads.lead where contact_id is not null),
                  (select count(*) from leads.entry), (select count(*) from timeline.activity where outcome = 'reached'),
                  (select count(*) from leads.handover), (select count(*) from contacts.contact)""").formatCSV();
    }

    private List<String> tablesThatSay(String word) {
        List<String> found = new ArrayList<>();
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet all = statement.executeQuery("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_temp' order by 1""")) {
                while (all.next()) tables.add(all.getString(1));
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery(
                        "select exists (select from " + table + " t where t::text ilike '%" + word + "%')")) {
                    rows.next();
                    if (rows.getBoolean(1)) found.add(table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private long insert(String sql, long... values) {
        return Objects.requireNonNull(db.fetchOne(
                        sql + " returning id",
                        java.util.Arrays.stream(values).mapToObj(DSL::val).toArray(org.jooq.QueryPart[]::new)))
                .get(0, Long.class);
    }

    private Person ada() {
        return cast.person("ada");
    }
}
