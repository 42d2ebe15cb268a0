package doppelpass.bench;

import doppelpass.database.DatabaseAddress;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job title of every tenth contact changed at once: asked for and confirmed over HTTP, done by the queue record by
 * record with report and undo, beside one transaction of SQL that keeps the same for an undo and updates once. The
 * database notes every change of both.
 */
final class BulkBench {
    private final Plain plain;
    private final WebClient browser;
    private final Queue queue;
    private final int rows;
    private final AtomicInteger turn = new AtomicInteger();

    BulkBench(Plain plain, WebClient browser, Queue queue, DatabaseAddress owner, int rows) {
        this.plain = plain;
        this.browser = browser;
        this.queue = queue;
        this.rows = rows / 10;
        mark(owner);
    }

    Result result() {
        return new Result(
                String.format(Locale.ENGLISH, "bulk edit of %,d contacts", rows),
                rows,
                Race.single().run("bulk edit", ours(), byHand()),
                Result.Budget.none());
    }

    /** Which contacts it is about, past the triggers, as the world was made. */
    private void mark(DatabaseAddress owner) {
        try (Connection connection = owner.connect();
                Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("update contacts.contact set source = 'bulk' where id <= " + rows);
            sql.execute("vacuum analyze contacts.contact");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Contender ours() {
        return () -> {
            String title = "Title " + turn.incrementAndGet();
            String bulk = browser.post(
                            "/lists/contacts/bulk",
                            Map.of("all", "yes", "source", "bulk", "column", "job_title", "value", title))
                    .headers()
                    .firstValue("location")
                    .orElseThrow()
                    .replaceFirst("https?://[^/]*", "");
            browser.get(bulk);
            browser.send("PUT", bulk + "/run", Map.of());
            queue.runUntilIdle();
            return () -> kept(title);
        };
    }

    private Contender byHand() {
        return () -> {
            String title = "Title " + turn.incrementAndGet();
            plain.with(connection -> {
                connection.setAutoCommit(false);
                try (Statement sql = connection.createStatement()) {
                    sql.execute("insert into lists.bulk (list, field, value, state, person_id, created_at, finished_at)"
                            + " values ('contacts', 'job_title', '" + title + "', 'done', 1, now(), now())");
                    sql.execute("insert into lists.bulk_row (bulk_id, record_id, outcome, before, after) select"
                            + " (select max(id) from lists.bulk), id, 'changed', coalesce(job_title, ''), '" + title
                            + "' from contacts.contact where source = 'bulk'");
                    sql.execute("update contacts.contact set job_title = '" + title
                            + "', updated_at = now() where source = 'bulk'");
                    connection.commit();
                } finally {
                    connection.setAutoCommit(true);
                }
                return title;
            });
            return () -> kept(title);
        };
    }

    /** How many have the title, and how many of them could have their old one back. */
    private String kept(String title) {
        return plain.text("select count(*) from contacts.contact where job_title = ?", title) + " changed, "
                + plain.text(
                        "select count(*) from lists.bulk_row where outcome = 'changed' and after = ? and before <> after",
                        title)
                + " kept";
    }
}
