package doppelpass.duplicates;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups of records that look like one, to be looked at by people: merged, or said to be distinct for good. */
@Component
public class Duplicates {
    private static final int SHOWN = 50;
    private static final int HINTS = 3;

    private final List<Matched> kinds;
    private final Twins twins;
    private final Merges merges;
    private final PairTable pairs;
    private final ProgressTable progress;
    private final SignTable signs;
    private final MergedRowTable rows;
    private final Comparing comparing;
    private final Seeing seeing;
    private final Queue queue;
    private final Clock clock;

    Duplicates(
            List<Matched> kinds,
            Twins twins,
            Merges merges,
            PairTable pairs,
            ProgressTable progress,
            SignTable signs,
            MergedRowTable rows,
            Comparing comparing,
            Seeing seeing,
            Queue queue,
            Clock clock) {
        this.kinds = kinds;
        this.twins = twins;
        this.merges = merges;
        this.pairs = pairs;
        this.progress = progress;
        this.signs = signs;
        this.rows = rows;
        this.comparing = comparing;
        this.seeing = seeing;
        this.queue = queue;
        this.clock = clock;
    }

    /** Compares what changed since the last time, without waiting for the background. */
    @Transactional
    public void find() {
        kinds.forEach(matched -> comparing.compare(matched, (done, total) -> {}));
    }

    /** The same in the background, as soon as somebody is free: after very many records came at once. */
    public void findSoon() {
        queue.put(DuplicateJob.KIND, "");
    }

    /** Likeliest first, of every kind the reader may change or of one. */
    List<Group> groups(String kind, Person reader) {
        List<Group> groups = new ArrayList<>();
        for (Matched matched : readable(kind, reader)) {
            List<List<Long>> found = pairs.groups(matched, SHOWN);
            Set<Long> ids = new HashSet<>();
            found.forEach(ids::addAll);
            Map<Long, String> names = twins.names(matched.kind(), ids);
            List<Match> known = pairs.among(matched.kind(), ids);
            found.forEach(group -> groups.add(group(matched, group, names, known)));
        }
        groups.sort(Comparator.comparingDouble(Group::chance).reversed());
        return groups.subList(0, Math.min(SHOWN, groups.size()));
    }

    private Group group(Matched matched, List<Long> ids, Map<Long, String> names, List<Match> known) {
        List<Group.Member> members = ids.stream()
                .map(id -> new Group.Member(new Subject(matched.kind(), id), names.getOrDefault(id, "")))
                .toList();
        Match best = known.stream()
                .filter(m -> ids.contains(m.first()) && ids.contains(m.second()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return new Group(matched.kind(), members, best.chance(), told(matched.kind(), best));
    }

    /** The group to look at after this one, in the order of the list; empty if there is no other. */
    String next(String codes, Person reader) {
        List<String> all = groups("", reader).stream().map(Group::codes).toList();
        int here = all.indexOf(codes);
        if (here < 0 && !all.isEmpty()) return all.getFirst();
        return all.size() < 2 ? "" : all.get((here + 1) % all.size());
    }

    int count(String kind, Person reader) {
        return readable(kind, reader).stream().mapToInt(pairs::count).sum();
    }

    List<String> kinds(Person reader) {
        return readable("", reader).stream().map(m -> m.kind().code()).toList();
    }

    /** The last finished run of each kind. */
    Map<String, Compared> compared(String kind, Person reader) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        readable(kind, reader)
                .forEach(m -> progress.find(m.kind())
                        .ifPresent(run -> compared.put(m.kind().code(), run)));
        return compared;
    }

    /** Records side by side, whether somebody found them alike or just asks; the first is proposed to stay. */
    SideBySide compare(List<Subject> records, Person reader) {
        Matched matched = matched(records, reader);
        List<Long> ids = records.stream().map(Subject::id).toList();
        Map<Long, List<String>> texts = rows.texts(matched, ids);
        if (!texts.keySet().containsAll(ids)) throw Refusal.notFound();
        return new SideBySide(
                matched, records, texts, twins.names(matched.kind(), Set.copyOf(ids)), matches(matched, ids));
    }

    /** Compared here and now: what the run in the background wrote may be older than the records. */
    private List<Match> matches(Matched matched, List<Long> ids) {
        Matcher matcher = twins.matcher(matched);
        List<Profile> profiles = signs.profiles(matched, ids).stream()
                .map(SignTable.Placed::profile)
                .toList();
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            for (int j = i + 1; j < profiles.size(); j++) matches.add(matcher.match(profiles.get(i), profiles.get(j)));
        }
        matches.sort(Comparator.comparingDouble(Match::chance).reversed());
        return matches;
    }

    @Transactional
    public void distinct(List<Subject> records, Person by) {
        Matched matched = known(records, by);
        pairs.distinct(matched.kind(), records.stream().map(Subject::id).toList(), by.id(), clock.instant());
    }

    @Transactional
    public void reopen(List<Subject> records, Person by) {
        Matched matched = known(records, by);
        pairs.reopen(matched.kind(), records.stream().map(Subject::id).toList(), by.id(), clock.instant());
    }

    /** What a record's own page says: the records that probably are the same one. */
    List<Twin> hints(Subject record, Person reader) {
        if (!twins.matches(record.kind()) || !merges.may(record, reader)) return List.of();
        List<Match> open = pairs.of(twins.matched(record.kind()), record.id(), HINTS);
        Set<Long> others = new HashSet<>();
        open.forEach(m -> others.add(m.first() == record.id() ? m.second() : m.first()));
        Map<Long, String> names = twins.names(record.kind(), others);
        return open.stream()
                .map(m -> {
                    long other = m.first() == record.id() ? m.second() : m.first();
                    return new Twin(
                            new Subject(record.kind(), other),
                            names.getOrDefault(other, ""),
                            m.chance(),
                            told(record.kind(), m));
                })
                .toList();
    }

    /** Of what is hidden from the reader nobody says that it is the same. */
    private List<Match.Evidence> told(Subject.Kind kind, Match match) {
        return match.evidence().stream()
                .filter(evidence -> seeing.sees(kind.code(), evidence.trait()))
                .toList();
    }

    /** Only what one sees can be judged. */
    private Matched known(List<Subject> records, Person by) {
        Matched matched = matched(records, by);
        if (!rows.lock(matched.table(), records.stream().map(Subject::id).toList())) throw Refusal.notFound();
        return matched;
    }

    private Matched matched(List<Subject> records, Person reader) {
        Subject first = records.getFirst();
        boolean same = records.stream().allMatch(r -> r.kind() == first.kind());
        boolean once = records.size() == Set.copyOf(records).size();
        if (!same || !once || records.size() < 2 || records.size() > Merges.MOST) throw Refusal.notFound();
        if (!merges.may(first, reader)) throw Refusal.forbidden("duplicates.error.right");
        return twins.matched(first.kind());
    }

    private List<Matched> readable(String kind, Person reader) {
        return kinds.stream()
                .filter(m -> kind.isEmpty() || m.kind().code().equals(kind))
                .filter(m -> merges.may(new Subject(m.kind(), 0), reader))
                .sorted(Comparator.comparing(Matched::kind))
                .toList();
    }
}
