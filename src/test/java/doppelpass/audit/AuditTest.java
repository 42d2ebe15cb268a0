package doppelpass.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DoppelpassTest
class AuditTest {
    private final Contacts contacts;
    private final DSLContext db;
    private final Noted noted;
    private final Queue queue;
    private final List<Command> commands;
    private final TestBrowsers browsers;
    private final Cast cast;

    AuditTest(
            Contacts contacts,
            DSLContext db,
            Noted noted,
            Queue queue,
            List<Command> commands,
            TestBrowsers browsers,
            Cast cast) {
        this.contacts = contacts;
        this.db = db;
        this.noted = noted;
        this.queue = queue;
        this.commands = commands;
        this.browsers = browsers;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void aChangeOnAPageNamesThePersonAndTheColumnsBeforeAndAfter() {
        long id = contacts.add(ContactDetails.of("Anna", "Ärmel", "anna@a.test"));
        long mara = cast.person("mara").id();
        browsers.as("mara")
                .send("PUT", "/lists/contacts/" + id + "/first_name", Map.of("value", "Änne", "was", "Anna"));
        assertThat(noted.of("contacts.contact", id))
                .hasSize(2)
                .last()
                .isEqualTo("U page " + mara + " - {\"first_name\": \"Anna\"} {\"first_name\": \"Änne\"}");
        assertThat(noted.of("contacts.contact", id).getFirst())
                .startsWith("I system - - - {")
                .contains("\"mail\": \"anna@a.test\"", "\"may_mail\": \"unknown\"")
                .doesNotContain("updated_at", "job_title", "\"id\"");
        db.execute("delete from contacts.contact where id = " + id);
        assertThat(noted.of("contacts.contact", id).getLast())
                .startsWith("D system - - {")
                .contains("\"first_name\": \"Änne\"")
                .endsWith("} -");
    }

    @Test
    void whatChangesNothingLeavesNoEntry() {
        long id = contacts.add(ContactDetails.of("Anna", "Still", null));
        db.execute("update contacts.contact set note = note, updated_at = now() + interval '1 day' where id = " + id);
        db.execute("update contacts.contact set first_name = 'x' where id = -1");
        assertThat(noted.of("contacts.contact", id)).hasSize(1);
    }

    @Test
    void oneStatementOverManyRowsNotesEachChangedRowOnce() {
        db.execute(
                "insert into contacts.contact (last_name, country, created_at)"
                        + " select 'Bulk' || i, case when i % 3 = 0 then 'AT' else 'DE' end, now() from generate_series(1, 3000) i");
        assertThat(noted.count("tab = 'contacts.contact' and action = 'I'")).isEqualTo(3000);
        db.execute("update contacts.contact set country = 'AT' where last_name like 'Bulk%'");
        assertThat(noted.count("action = 'U' and before = '{\"country\": \"DE\"}' and after = '{\"country\": \"AT\"}'"))
                .as("a third was there before")
                .isEqualTo(2000);
        assertThat(noted.count("action = 'U'")).isEqualTo(2000);
        db.execute("delete from contacts.contact where last_name like 'Bulk%'");
        assertThat(noted.count("action = 'D' and kind = 'contact'")).isEqualTo(3000);
        assertThat(noted.count("salt is null")).as("every value has its salt").isZero();
    }

    @Test
    void importsAutomationAndBulkChangesSayThatTheyWereIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), "id,company name,city\n1,Kern,Passau\n");
        verb("import")
                .run(
                        Arguments.parse(List.of(file.toString(), "--object", "company")),
                        new PrintStream(OutputStream.nullOutputStream()));
        long company = id("select id from contacts.company where name = 'Kern'");
        String number = db.fetchSingle("select max(id) from importing.import").get(0, String.class);
        assertThat(noted.of("contacts.company", company)).containsExactly("I import - import-" + number + " - -");
        Files.writeString(file, "id,company name,city\n1,Kern,Linz\n");
        verb("import")
                .run(
                        Arguments.parse(List.of(file.toString(), "--object", "company")),
                        new PrintStream(OutputStream.nullOutputStream()));
        assertThat(noted.of("contacts.company", company).getLast())
                .endsWith("{\"city\": \"Passau\"} {\"city\": \"Linz\"}");

        long contact = contacts.add(ContactDetails.of("Anna", "Auto", null));
        queue.put(Tidying.KIND, Long.toString(contact));
        queue.runUntilIdle();
        assertThat(noted.of("contacts.contact", contact).getLast())
                .isEqualTo("U automation - audit.tidying {\"note\": null} {\"note\": \"tidied\"}");

        WebClient mara = browsers.as("mara");
        var asked = mara.post("/lists/contacts/bulk", Map.of("all", "yes", "column", "country", "value", "CH"));
        String page = asked.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        String bulk = page.substring(page.lastIndexOf('/') + 1);
        assertThat(noted.of("contacts.contact", contact).getLast())
                .isEqualTo("U page " + cast.person("mara").id() + " bulk-" + bulk
                        + " {\"country\": null} {\"country\": \"CH\"}");
    }

    @Test
    void noSecretIsEverNoted() {
        String pattern = "(password|secret|token|hash|salt|sealed)";
        assertThat(db.fetch(
                        "select distinct name from audit.entry, jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) name"
                                + " where name ~ '" + pattern + "'"))
                .isEmpty();
        WebClient svea = browsers.as("svea");
        svea.send("PUT", "/me/password", Map.of("current", Cast.PASSWORD, "fresh", "another-long-secret-1"));
        long svea_id = cast.person("svea").id();
        assertThat(id("select count(*) from identity.person where id = " + svea_id + " and password like '$argon2%'"))
                .isEqualTo(1);
        assertThat(noted.count("(before::text || after::text) ~ '(argon2|another-long-secret)'"))
                .isZero();
        assertThat(noted.count("kind = 'person'"))
                .as("people are watched all the same")
                .isPositive();
        db.execute(
                "insert into mail.server (host, port, security, login, sealed, sender, address, changed_at)"
                        + " values ('smtp.kern.test', 587, 'tls', 'ada', 'S3CRET-SEALED', 'crm@kern.test', 'https://crm', now())");
        assertThat(noted.count("tab = 'mail.server' and after ->> 'host' = 'smtp.kern.test'"))
                .isEqualTo(1);
        assertThat(noted.count("after::text like '%S3CRET%'")).isZero();
    }

    @Test
    void everyTableOfTheBusinessIsWatchedInEveryWay() {
        assertThat(db.fetch("""
                select c.oid::regclass::text from pg_class c join pg_trigger t on t.tgrelid = c.oid
                where t.tgname in ('audit_insert', 'audit_update', 'audit_delete', 'audit_truncate') and t.tgenabled = 'O'
                group by c.oid having count(*) = 4""").into(String.class))
                .containsAll(List.of(
                        "contacts.contact contacts.company leads.lead leads.handover leads.promise deals.deal deals.participant deals.product deals.pipeline deals.stage campaigns.campaign campaigns.cost profit.revenue targets.plan tags.tag tags.tagging glossary.version identity.person identity.team identity.organisation mail.server signin.access_rule signin.provider signin.authenticator signin.recovery_code signin.passkey kpi.definition tasks.task notes.note files.file files.setting reach.extent reach.share"
                                .split(" ")));
    }

    @Test
    void theProductsRoleCanNeitherAlterNorRemoveNorForgeNorSilenceAnything() {
        contacts.add(ContactDetails.of("Anna", "Zeuge", null));
        long before = noted.count("true");
        for (String attempt : List.of(
                "update audit.entry set actor_id = 1",
                "delete from audit.entry",
                "truncate audit.entry",
                "insert into audit.entry (at, origin, tab, kind, action) values (now(), 'page', 'a.b', 'c', 'I')",
                "update audit.batch set hash = '\\x00'",
                "delete from audit.batch",
                "insert into audit.watched (tab, kind, record, hidden) values ('a', 'b', 'c', '{}')",
                "alter table audit.entry disable trigger user",
                "drop schema audit cascade",
                "create or replace function audit.stays() returns trigger language plpgsql as 'begin return new; end'",
                "set role doppelpass_audit",
                "set role doppelpass",
                "set session_replication_role = replica")) {
            assertThatThrownBy(() -> db.execute(attempt))
                    .as(attempt)
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied", "must be owner");
        }
        assertThat(noted.count("true")).isEqualTo(before);
        for (String attempt : List.of(
                "update audit.entry set actor_id = 1",
                "update audit.entry set before = null, after = null",
                "delete from audit.entry",
                "truncate audit.entry")) {
            assertThatThrownBy(() -> noted.asSuperuser(attempt))
                    .as("a trigger, where rights do not hold: " + attempt)
                    .hasMessageContaining("append-only");
        }
        assertThat(noted.count("true")).isEqualTo(before);
    }

    private Command verb(String name) {
        return commands.stream().filter(c -> c.verb().equals(name)).findFirst().orElseThrow();
    }

    private long id(String sql) {
        return db.fetchSingle(sql).get(0, Long.class);
    }
}
