package doppelpass.audit;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Every table is watched, or stands here with the reason why nobody will ever ask who changed it. */
@DoppelpassTest
class WatchedTest {
    private static final Map<String, String> NOT_WATCHED = Map.ofEntries(
            Map.entry("audit\\..*", "the log itself, which nobody changes"),
            Map.entry("work\\..*", "queue"),
            Map.entry("identity.spring_session.*|identity.session_note", "sessions"),
            Map.entry("identity.one_time_link", "secrets that soon end; what they open is noted with the person"),
            Map.entry("signin.passkey_owner", "a random number a person is known by at devices"),
            Map.entry("api.answer|api.token_use", "kept for repeated requests, and when a token was last used"),
            Map.entry("mail.outbox|webhooks.delivery|webhooks.course", "what is sent, with its own journal"),
            Map.entry("database.backup", "journal"),
            Map.entry("bin.deleted", "copies; the deletion is noted with the record"),
            Map.entry("deals.event|leads.entry|leads.handover_event|kpi.change", "histories that are only added to"),
            Map.entry("leads.interest_day|forecast\\..*|quality.snapshot|quality.refused", "worked out from records"),
            Map.entry("duplicates.(sign|progress|pair)", "worked out from records; a pair keeps who said it is none"),
            Map.entry("duplicates.merged?", "journal of merges; what became of the records is noted with them"),
            Map.entry("files.content|files.chunk", "bytes that never change; the file they belong to is watched"),
            Map.entry(
                    "importing.(file|remark|before)|tags.before_import",
                    "report of a run, and what it needs to be undone"),
            Map.entry("lists.bulk(_row)?", "report of a change of many; each record notes its own"),
            Map.entry("meetings.vote|meetings.voter", "a secret ballot"),
            Map.entry("meetings.feed", "the secret of a person's own calendar address"),
            Map.entry("news\\..*|records.favourite|search.visit", "a reader's own"),
            Map.entry("notes.version|notes.mention", "earlier texts, kept with the note until it is erased"),
            Map.entry("search.word", "index"),
            Map.entry("reach.(alias|field|following|guarded|opening)", "structure, written by migrations"),
            Map.entry("timeline.touchpoint", "what other systems saw, added by imports and never written over"));

    private final DSLContext db;

    WatchedTest(DSLContext db) {
        this.db = db;
    }

    @Test
    void everyTableIsWatchedOrHasAReasonNotToBe() {
        Set<String> tables = new TreeSet<>(db.fetch("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
                and n.nspname not in ('information_schema', 'public')""").into(String.class));
        Set<String> watched =
                new TreeSet<>(db.fetch("select tab from audit.watched").into(String.class));
        Set<String> forgotten = new TreeSet<>(tables);
        forgotten.removeAll(watched);
        forgotten.removeIf(table -> NOT_WATCHED.keySet().stream().anyMatch(table::matches));
        assertThat(forgotten).as("call audit.watch for these, or say why not").isEmpty();
        for (String pattern : NOT_WATCHED.keySet()) {
            assertThat(tables).as("there are such tables").anyMatch(table -> table.matches(pattern));
            assertThat(watched).as("not watched all the same").noneMatch(table -> table.matches(pattern));
        }
    }

    @Test
    void whatIsNotedHasAWordForEveryColumnAndHoldsNoSecret() {
        List<String> nameless = new ArrayList<>();
        db.fetch("""
                select w.tab, a.attname from audit.watched w join pg_attribute a on a.attrelid = w.tab::regclass
                where a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and not audit.hushed(a.attname)
                and a.attname <> all (coalesce(w.hidden, '{}'))""").forEach(row -> {
            String table = row.get(0, String.class);
            String column = row.get(1, String.class);
            assertThat(column).as(table).doesNotMatch(".*(passw|secret|token|hash|credential|public_key|sealed).*");
            if (!named(table, column)) nameless.add(table + "." + column);
        });
        assertThat(nameless).as("audit.field.<column>").isEmpty();
    }

    /** As {@link doppelpass.audit.views.Field} looks for it. */
    private static boolean named(String table, String column) {
        String base = column.replaceFirst("_(id|minor)$", "");
        return Stream.of(
                        "audit.field." + table + "." + column,
                        table + "." + column,
                        table + "." + base,
                        "audit.field." + column,
                        "audit.field." + base)
                .anyMatch(Messages::has);
    }

    @Test
    void everyWatchedTableHasAName() {
        List<String> nameless = new ArrayList<>();
        db.fetch("select tab, kind from audit.watched").forEach(row -> {
            String kind = row.get(1, String.class);
            if (!Messages.has("audit.table." + row.get(0)) && !Messages.has("audit.kind." + kind))
                nameless.add(row.get(0) + " of " + kind);
        });
        assertThat(nameless).isEmpty();
    }
}
