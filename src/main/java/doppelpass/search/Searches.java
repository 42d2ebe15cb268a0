package doppelpass.search;

import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.search.Found.Group;
import doppelpass.search.plug.Findable;
import doppelpass.search.plug.Findables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds records of every kind by what somebody types. */
@Component
public class Searches {
    static final int PER_KIND = 5;
    private static final int ENOUGH = 5;
    private static final int RECENT = 8;

    private final List<Findables> plugs;
    private final Readings readings;
    private final HitTable table;
    private final Hits hits;
    private final WordTable words;
    private final CommonWords common;
    private final Commands commands;
    private final Rights rights;
    private final Organisations organisations;
    private final Seeing seeing;

    Searches(
            List<Findables> plugs,
            Readings readings,
            HitTable table,
            Hits hits,
            WordTable words,
            CommonWords common,
            Commands commands,
            Rights rights,
            Organisations organisations,
            Seeing seeing) {
        this.plugs = plugs;
        this.readings = readings;
        this.table = table;
        this.hits = hits;
        this.words = words;
        this.common = common;
        this.commands = commands;
        this.rights = rights;
        this.organisations = organisations;
        this.seeing = seeing;
    }

    /** What is typed into the search field of a list; slips are forgiven where no known word begins so or contains it. */
    @Transactional(readOnly = true)
    public Sought read(String typed) {
        return readings.forgiving(readings.read(typed, home()));
    }

    /**
     * Records and commands; words like the typed ones count only where these words find little, and the parts of a number with
     * gaps only where nobody has the whole.
     */
    @Transactional(readOnly = true)
    public Found find(String typed, Person reader) {
        Sought sought = readings.read(typed, home());
        if (sought.empty()) return new Found(typed.strip(), recent(reader), List.of(), true);
        table.alongIndexes();
        OneSearch search = new OneSearch(odds(sought, reader));
        Optional<Sought> joined = sought.joined();
        if (joined.isPresent()) {
            List<Group> groups = strictly(joined.get(), sought, search, reader);
            if (!groups.isEmpty()) return new Found(typed.strip(), groups, List.of(), false);
        }
        List<Group> groups = strictly(sought, sought, search, reader);
        if (groups.stream().mapToInt(group -> group.hits().size()).sum() < ENOUGH)
            groups = widened(groups, sought, search, reader);
        return new Found(typed.strip(), groups, commands.matching(typed, reader), false);
    }

    /**
     * By the name of an index; numbers are known where they are kept, other words to all. Who sees a part would pass many
     * numbers of the rest.
     */
    private Function<String, Odds> odds(Sought sought, Person reader) {
        List<String> learned =
                sought.words().stream().filter(word -> !word.matches("\\d+")).toList();
        Map<String, List<String>> known = words.begun(learned, Odds.MANY);
        List<String> beginnings =
                sought.words().stream().filter(Numbers::telling).toList();
        Map<String, Odds> odds = new HashMap<>();
        boolean partly = seeing.limited();
        if (!beginnings.isEmpty() && !partly)
            plugs.stream()
                    .flatMap(plug -> plug.of(reader).stream())
                    .map(Findable::source)
                    .filter(source -> !source.numbers().isEmpty())
                    .forEach(source -> odds.put(
                            source.index(),
                            new Odds(
                                    common.of(source.index()),
                                    known,
                                    table.numbers(source, beginnings, Odds.MANY),
                                    false)));
        return index -> odds.computeIfAbsent(index, name -> new Odds(common.of(name), known, Map.of(), partly));
    }

    private List<Group> strictly(Sought sought, Sought next, OneSearch search, Person reader) {
        return groups(reader, sought, kinds -> hits.find(kinds, sought, next, search, reader, PER_KIND + 1));
    }

    private List<Group> widened(List<Group> groups, Sought sought, OneSearch search, Person reader) {
        Sought wide = readings.wide(sought);
        Set<String> seen = new HashSet<>();
        groups.forEach(group -> group.hits().forEach(hit -> seen.add(hit.url())));
        List<Group> more = groups(
                reader,
                wide,
                kinds -> hits.wide(kinds, wide, search, reader, PER_KIND + ENOUGH).stream()
                        .map(rows -> rows.stream()
                                .filter(row -> !seen.contains(row.url()))
                                .toList())
                        .toList());
        List<Group> all = new ArrayList<>();
        for (Group group : groups) {
            List<Hit> hits = new ArrayList<>(group.hits());
            more.stream().filter(m -> m.kind().equals(group.kind())).forEach(m -> hits.addAll(m.hits()));
            all.add(new Group(group.kind(), hits.stream().limit(PER_KIND).toList(), group.more()));
        }
        more.stream()
                .filter(m -> groups.stream().noneMatch(g -> g.kind().equals(m.kind())))
                .map(m -> new Group(m.kind(), m.hits(), false))
                .forEach(all::add);
        return all;
    }

    private List<Group> recent(Person reader) {
        return groups(
                reader,
                Sought.NOTHING,
                kinds -> kinds.stream()
                        .map(kind -> table.shown(kind, Candidates.opened(kind, reader), reader, RECENT))
                        .toList());
    }

    private List<Group> groups(Person reader, Sought sought, Function<List<Findable>, List<List<HitTable.Row>>> rows) {
        List<String> marks = sought.marks();
        List<Findable> kinds = plugs.stream()
                .flatMap(plug -> plug.of(reader).stream())
                .filter(findable -> may(findable.kind().page(), reader))
                .toList();
        List<List<HitTable.Row>> found = rows.apply(kinds);
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> group(kinds.get(i), found.get(i), marks))
                .filter(group -> !group.hits().isEmpty())
                .sorted(Comparator.comparingInt(Group::rank))
                .toList();
    }

    private static Group group(Findable findable, List<HitTable.Row> rows, List<String> marks) {
        List<HitTable.Row> first = rows.stream().limit(PER_KIND).toList();
        List<Findable.Texts> texts = findable.shown()
                .reading()
                .read(first.stream().map(HitTable.Row::texts).toList());
        List<Hit> hits = IntStream.range(0, first.size())
                .mapToObj(i -> hit(first.get(i).saying(texts.get(i)), marks))
                .toList();
        Findable.Kind kind = findable.kind();
        return new Group(kind, hits, rows.size() > PER_KIND && !kind.list().isEmpty());
    }

    private static Hit hit(HitTable.Row row, List<String> marks) {
        Marked title = Marked.of(row.title(), marks);
        Marked remark = Marked.of(row.remark(), marks);
        if (!title.hit() && !remark.hit() && !row.note().isEmpty()) {
            String excerpt = Marked.excerpt(row.note(), marks);
            if (!excerpt.isEmpty()) remark = Marked.of(excerpt, marks);
        }
        return new Hit(title, remark, row.moment(), row.url(), row.rank());
    }

    private boolean may(String page, Person reader) {
        return rights.route("GET", page)
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
    }

    private String home() {
        return organisations.get().country();
    }
}
