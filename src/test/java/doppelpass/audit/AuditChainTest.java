package doppelpass.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.audit.views.Chain;
import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.timeline.Subject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class AuditChainTest {
    private final Audit audit;
    private final Chains chains;
    private final ChainTable table;
    private final AuditCommand command;
    private final Contacts contacts;
    private final DataSource pool;
    private final DSLContext db;
    private final Noted noted;
    private final Cast cast;

    AuditChainTest(
            Audit audit,
            Chains chains,
            ChainTable table,
            AuditCommand command,
            Contacts contacts,
            DataSource pool,
            DSLContext db,
            Noted noted,
            Cast cast) {
        this.audit = audit;
        this.chains = chains;
        this.table = table;
        this.command = command;
        this.contacts = contacts;
        this.pool = pool;
        this.db = db;
        this.noted = noted;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void whatWasSealedIsCoveredOnceAndInOrder() {
        long all = noted.count("true");
        assertThat(table.seal(7)).isEqualTo(7);
        assertThat(chains.seal()).isEqualTo(all - 7);
        assertThat(chains.seal()).isZero();
        assertThat(chains.verify(done -> {})).isEqualTo(new ChainTable.Examined(2, all, null));
        contacts.add(ContactDetails.of("Anna", "Danach", null));
        assertThat(chains.state().waiting()).isEqualTo(1);
        assertThat(chains.seal()).isEqualTo(1);
        assertThat(chains.state().entries()).isEqualTo(all + 1);
    }

    /**
     * The middle transaction takes its number last but one and is still open when higher numbers are committed; the first
     * began before it and ends before it, so that the newest completed transaction is older than the open one.
     */
    @Test
    void anEntryOfAnOpenTransactionIsNotLeftBehindByHigherOnesThatCommitFirst() throws SQLException {
        while (chains.seal() > 0) {}
        try (Connection first = begun();
                Connection open = begun()) {
            execute(first, "select pg_current_xact_id()");
            execute(open, "insert into contacts.contact (last_name, created_at) values ('Open', now())");
            execute(first, "insert into contacts.contact (last_name, created_at) values ('First', now())");
            first.commit();
            assertThat(chains.seal())
                    .as("the open one may still commit a lower number")
                    .isZero();
            contacts.add(ContactDetails.of("Anna", "Later", null));
            assertThat(chains.seal()).isZero();
            open.commit();
        }
        long sealed = 0;
        for (long more = chains.seal(); more > 0; more = chains.seal()) sealed += more;
        assertThat(sealed).isEqualTo(3);
        assertThat(chains.verify(done -> {}).broken()).isNull();
        assertThat(noted.count("id > (select max(to_id) from audit.batch)")).isZero();
    }

    @Test
    void whateverASuperuserAltersTheFirstBrokenBatchIsNamed() {
        for (int i = 0; i < 4; i++) {
            contacts.add(ContactDetails.of("Anna", "Kette" + i, null));
            assertThat(chains.seal()).isPositive();
        }
        String third = "id = (select to_id from audit.batch where number = 3)";
        for (String crime : List.of(
                "update audit.entry set after = after || '{\"last_name\": \"Forged\"}' where " + third,
                "update audit.entry set actor_id = 1 where " + third,
                "update audit.entry set at = at - interval '1 second' where " + third,
                "update audit.entry set origin = 'import' where " + third,
                "update audit.entry set erased = sha256('x'), salt = null, before = null where " + third,
                "update audit.entry set record_id = record_id + 1 where " + third,
                "delete from audit.entry where " + third,
                "update audit.batch set hash = sha256('x') where number = 3",
                "update audit.batch set previous = sha256('x'), hash = audit.batch_hash(3, sha256('x'), from_id, to_id) where number = 3",
                "delete from audit.batch where number = 2")) {
            keep();
            noted.tamper(crime);
            assertThatThrownBy(() -> verify())
                    .as(crime)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("broken at batch 3 ");
            giveBack();
            assertThatCode(() -> verify()).doesNotThrowAnyException();
        }
    }

    @Test
    void aShortenedChainIsRecognisedByAHeadThatWasKept() {
        contacts.add(ContactDetails.of("Anna", "Eins", null));
        seal();
        contacts.add(ContactDetails.of("Anna", "Zwei", null));
        seal();
        Chain.Batch head = chains.head().orElseThrow();
        assertThat(verify("--head", head.code())).contains("The chain holds: 2 batches", head.code());
        noted.tamper("delete from audit.entry where id > (select to_id from audit.batch where number = 1);"
                + " delete from audit.batch where number = 2");
        assertThat(verify()).contains("1 batches");
        assertThatThrownBy(() -> verify("--head", head.code())).hasMessageContaining("batch 2 was there and is gone");
        contacts.add(ContactDetails.of("Anna", "Ersatz", null));
        seal();
        assertThatThrownBy(() -> verify("--head", head.code()))
                .hasMessageContaining("batch 2 is not the one seen before");
        assertThatThrownBy(() -> verify("--head", "nonsense")).isInstanceOf(Refused.class);
    }

    @Test
    void erasedValuesAreGoneTheChangesStayAndTheChainHolds() {
        long erased = contacts.add(ContactDetails.of("Erna", "Vergessen", "erna@weg.test"));
        long other = contacts.add(ContactDetails.of("Olga", "Bleibt", "olga@da.test"));
        seal();
        db.execute("update contacts.contact set note = 'mag Hunde' where id = " + erased);
        assertThat(audit.erase(Subject.contact(erased))).isEqualTo(2);
        assertThat(noted.count(
                        "(coalesce(before, '{}')::text || coalesce(after, '{}')::text) ~ '(Vergessen|weg.test|Hunde)'"))
                .isZero();
        assertThat(noted.of("contacts.contact", erased))
                .last()
                .isEqualTo("U system - - {\"note\": null} {\"note\": null}");
        assertThat(noted.of("audit.entry", erased)).containsExactly("E system - - - -");
        assertThat(noted.of("contacts.contact", other).getFirst()).contains("olga@da.test");
        seal();
        assertThat(chains.verify(done -> {}).broken()).isNull();
        assertThat(audit.erase(Subject.contact(erased)))
                .as("nothing is left to erase")
                .isZero();
        noted.tamper("update audit.entry set erased = sha256('x') where tab = 'contacts.contact' and record_id = "
                + erased + " and action = 'I'");
        assertThat(chains.verify(done -> {}).broken())
                .as("the hash of erased values counts")
                .isEqualTo(1);
    }

    private String verify(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> words = new java.util.ArrayList<>(List.of("verify"));
        words.addAll(List.of(options));
        command.run(Arguments.parse(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void keep() {
        noted.tamper(
                "drop schema if exists aside cascade; create schema aside;"
                        + " create table aside.entry as select * from audit.entry; create table aside.batch as select * from audit.batch");
    }

    private void giveBack() {
        noted.tamper("truncate audit.entry, audit.batch;"
                + " insert into audit.entry overriding system value select * from aside.entry;"
                + " insert into audit.batch select * from aside.batch; drop schema aside cascade");
    }

    private Connection begun() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A transaction of somebody else, such as the database's own housekeeping, can hold a seal up for a moment. */
    private void seal() {
        for (int i = 0; i < 400; i++) {
            if (chains.seal() > 0) return;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("nothing could be sealed for 20 seconds");
    }
}
