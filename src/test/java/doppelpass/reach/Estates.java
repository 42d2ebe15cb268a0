package doppelpass.reach;

import doppelpass.bin.Deletions;
import doppelpass.duplicates.Merges;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.timeline.Subject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes estates, and lets their records go the ways records go: into the bin and into others. */
@Component
class Estates {
    static final List<String> KINDS = List.of("company", "contact", "lead", "deal");

    private final SomeRecords some;
    private final Deletions deletions;
    private final Merges merges;
    private final Cast cast;
    private final DSLContext db;
    private int number;

    Estates(SomeRecords some, Deletions deletions, Merges merges, Cast cast, DSLContext db) {
        this.some = some;
        this.deletions = deletions;
        this.merges = merges;
        this.cast = cast;
        this.db = db;
    }

    /** A word of its own: what a page shows of it is told from what it shows of all others. */
    Estate of(String owner) {
        Person person = cast.person(owner);
        String word = "Xylo" + owner + "q" + ++number + "z";
        SomeRecords.Family family = some.of(person.id(), word);
        Map<String, List<Long>> ids = new HashMap<>();
        KINDS.forEach(kind -> ids.put(kind, List.of(family.id(kind))));
        ids.put("contact", List.of(family.contact(), family.leadContact()));
        db.execute("update contacts.contact set note = {0} where last_name = {0}", DSL.val(word));
        for (String table : List.of("contacts.company", "contacts.contact", "leads.lead", "deals.deal"))
            db.execute(
                    "update " + table + " set source_system = 'old', source_id = {0} || '-' || id where owner_id = {1}"
                            + " and source_id is null",
                    DSL.val(word),
                    DSL.val(person.id()));
        hanging(ids, family, word);
        for (String written : List.of(
                "notes.note set author_id = {1} where text",
                "timeline.activity set person_id = {1} where subject", "files.file set person_id = {1} where name"))
            db.execute("update " + written + " like {0} || '%'", DSL.val(word), DSL.val(person.id()));
        ofDeal(ids, family, word);
        ofLead(ids, family, word, person);
        personal(ids, family, word, person);
        return new Estate(owner, word, ids);
    }

    private void hanging(Map<String, List<Long>> ids, SomeRecords.Family family, String word) {
        for (Map.Entry<String, String> one : Map.of(
                        "note", "notes.note where text",
                        "task", "tasks.task where title",
                        "activity", "timeline.activity where subject",
                        "touchpoint", "timeline.touchpoint where title")
                .entrySet())
            ids.put(
                    one.getKey(),
                    db.fetch("select id from " + one.getValue() + " = {0} order by id", DSL.val(word))
                            .into(Long.class));
        long content = some.insert(
                "insert into files.content (sha256, size_bytes, type, state, stored_at)"
                        + " values (sha256(convert_to({0}, 'UTF8')), {1}, 'text/plain', 'clean', now())",
                word, (long) word.getBytes(StandardCharsets.UTF_8).length);
        db.execute("insert into files.chunk values ({0}, 0, convert_to({1}, 'UTF8'))", DSL.val(content), DSL.val(word));
        List<Long> files = new ArrayList<>();
        for (String kind : KINDS) {
            files.add(some.insert(
                    "insert into files.file (kind, record_id, content_id, name, added_at) values ({0}, {1}, {2}, {3}, now())",
                    kind, family.id(kind), content, word + ".txt"));
        }
        ids.put("file", files);
    }

    private void ofDeal(Map<String, List<Long>> ids, SomeRecords.Family family, String word) {
        ids.put(
                "line",
                List.of(some.insert(
                        "insert into pricing.line (deal_id, position, text, quantity, price_minor, net_minor)"
                                + " values ({0}, 1, {1}, 1, 100000, 100000)",
                        family.deal(), word)));
        some.insert(
                "insert into deals.participant (deal_id, contact_id, role, added_by, added_at)"
                        + " select {0}, {1}, 'user', min(id), now() from identity.person",
                family.deal(), family.contact());
        ids.put(
                "revenue",
                List.of(some.insert(
                        "insert into profit.revenue (number, company_id, deal_id, posted_on, amount_minor, note)"
                                + " values ({0}, {1}, {2}, '2026-06-01', 100, {0})",
                        word, family.company(), family.deal())));
    }

    private void ofLead(Map<String, List<Long>> ids, SomeRecords.Family family, String word, Person owner) {
        ids.put(
                "handover",
                List.of(some.insert(
                        "insert into leads.handover (lead_id, cycle, from_function, to_function, to_team_id, kind, trigger,"
                                + " offered_at, due_accept_at, outcome, decided_at)"
                                + " values ({0}, 1, 'marketing', {1}, {2}, 'mql', {3}, now(), now(), 'accepted', now())",
                        family.lead(), owner.function().code(), owner.teamId(), word)));
    }

    /** What is somebody's alone, or shows what a change of many did. */
    private void personal(Map<String, List<Long>> ids, SomeRecords.Family family, String word, Person owner) {
        ids.put(
                "view",
                List.of(some.insert(
                        "insert into lists.view (list, name, scope, owner_id, address, created_at, updated_at)"
                                + " values ('deals', {0}, 'private', {1}, 'q=' || {0}, now(), now())",
                        word, owner.id())));
        ids.put(
                "news",
                List.of(some.insert(
                        "insert into news.item (person_id, kind, record_id, source, text, said, occurred_at)"
                                + " values ({0}, 'contact', {1}, {2}, 'news.text.note', {2}, now())",
                        owner.id(), family.contact(), word)));
        ids.put(
                "share",
                List.of(some.insert(
                        "insert into reach.share (kind, record_id, person_id, shared_by, shared_at)"
                                + " values ('deal', {0}, {1}, {1}, now())",
                        family.deal(), owner.id())));
    }

    /** Deleted by its owner, whoever may delete it in their place: the lead before the contact it rests on. */
    Estate deleted(String owner) {
        Estate estate = of(owner);
        db.execute("delete from profit.revenue where note = {0}", DSL.val(estate.word()));
        for (String kind : List.of("lead", "deal", "contact", "company")) {
            Subject first = subject(kind, estate.id(kind));
            Person by = cast.person(merges.may(first, cast.person(owner)) ? owner : "lena");
            for (long id : estate.of(kind)) deletions.delete(subject(kind, id), by);
        }
        return estate;
    }

    /** Contact and company gone into another's; all that hung on them hangs on those. */
    Estate merged(String owner, Estate into) {
        Estate estate = of(owner);
        long merge = 0;
        for (String kind : List.of("contact", "company"))
            merge = merges.merge(subject(kind, into.id(kind)), List.of(estate.id(kind)), Map.of(), cast.person(owner));
        Map<String, List<Long>> ids = new HashMap<>();
        ids.put("contact", List.of(estate.id("contact")));
        ids.put("company", List.of(estate.id("company")));
        ids.put("merge", List.of(merge));
        return new Estate(owner, estate.word(), ids);
    }

    static Subject subject(String kind, @Nullable Long id) {
        return Subject.parse(kind + "-" + id).orElseThrow().getFirst();
    }
}
