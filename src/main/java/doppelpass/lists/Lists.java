package doppelpass.lists;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.lists.plug.Calendar;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.RecordList;
import doppelpass.lists.plug.Removal;
import doppelpass.rules.Checked;
import doppelpass.rules.Problem;
import doppelpass.rules.Refused;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens lists as their addresses say. */
@Component
public class Lists {
    private final ObjectProvider<RecordList> plugs;
    private final ObjectProvider<MoreColumns> more;
    private final ObjectProvider<Removal> removals;
    private final ListTable table;
    private final Views views;
    private final Rules rules;
    private final Rights rights;
    private final Seeing seeing;
    private final Organisations organisations;
    private final Clock clock;

    Lists(
            ObjectProvider<RecordList> plugs,
            ObjectProvider<MoreColumns> more,
            ObjectProvider<Removal> removals,
            ListTable table,
            Views views,
            Rules rules,
            Rights rights,
            Seeing seeing,
            Organisations organisations,
            Clock clock) {
        this.plugs = plugs;
        this.more = more;
        this.removals = removals;
        this.table = table;
        this.views = views;
        this.rules = rules;
        this.rights = rights;
        this.seeing = seeing;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** One page of a list; a filter that cannot run shows its problems and no records. */
    @Transactional(readOnly = true)
    public ListPage open(RecordList own, Map<String, String> parameters, Person reader) {
        RecordList list = enriched(own);
        Listing listing = list.listing();
        Address address = new Address(listing, new Asked(parameters));
        Filter filter = filter(address);
        PageRequest request = address.page();
        CalendarPage calendar = address.calendar() ? calendar(list, address, filter, reader) : null;
        Page<ListRow> page =
                calendar == null && !address.board() && filter.problems().isEmpty()
                        ? page(list, address, filter, request, reader)
                        : new Page<>(List.of(), Optional.empty(), Optional.empty(), 0, false);
        return new ListPage(
                address,
                new ListState(listing.path(), address.parameters(), request, page),
                page.rows(),
                filter.rule().map(Rule::clauses).orElse(List.of()),
                filter.problems(),
                views.of(listing.name(), reader),
                reader,
                changes(listing, reader),
                removal(listing).isPresent(),
                calendar,
                list.formats());
    }

    /** Some columns of one record for its page; names the list does not have are left out. */
    @Transactional(readOnly = true)
    public Facts facts(RecordList own, long id, List<String> columns, Person reader) {
        Listing listing = enriched(own).listing();
        List<Column> shown =
                columns.stream().flatMap(name -> listing.column(name).stream()).toList();
        return new Facts(
                listing,
                table.row(listing, shown, id, own.seen(reader)).orElseThrow(Refusal::notFound),
                changes(listing, reader));
    }

    /** Some columns of several records by the name of their list; empty for whoever may not open it. */
    @Transactional(readOnly = true)
    public Optional<Portion> portion(String name, List<Long> ids, List<String> columns, Person reader) {
        return open(reader).stream()
                .filter(list -> list.listing().name().equals(name))
                .findFirst()
                .map(list -> {
                    Listing listing = list.listing();
                    List<Column> shown = columns.stream()
                            .flatMap(column -> listing.column(column).stream())
                            .toList();
                    return new Portion(
                            listing,
                            shown,
                            table.rows(listing, shown, ids, list.seen(reader)),
                            changes(listing, reader));
                });
    }

    /** Every record of a list as its address asks, in its order; a filter that cannot run is refused. */
    @Transactional(readOnly = true)
    void each(RecordList list, Address address, List<Column> columns, Person reader, Consumer<ListRow> use) {
        table.each(list.listing(), columns, condition(list, address, reader), address.page(), use);
    }

    /** What an address asks for, as one condition. */
    public Condition condition(RecordList list, Address address, Person reader) {
        Filter filter = filter(address);
        if (!filter.problems().isEmpty()) throw Refusal.of("lists.error.filter");
        Condition where = list.where(address.asked(), reader);
        return filter.rule()
                .map(rule -> where.and(rule.condition(list.listing().table(), clock.instant())))
                .orElse(where);
    }

    /** Every list a person may open. */
    List<RecordList> open(Person reader) {
        return plugs.stream()
                .filter(plug -> may("GET", plug.listing().path(), reader))
                .map(this::enriched)
                .toList();
    }

    /** The list of this name, for those who may open it. */
    RecordList list(String name, Person reader) {
        return plugs.stream()
                .filter(plug -> plug.listing().name().equals(name))
                .filter(plug -> may("GET", plug.listing().path(), reader))
                .findFirst()
                .map(this::enriched)
                .orElseThrow(Refusal::notFound);
    }

    /** Whether a person may add records to a list, as the routes say. */
    boolean adds(Listing listing, Person reader) {
        return may("POST", listing.path(), reader);
    }

    private RecordList enriched(RecordList list) {
        Listing listing = list.listing();
        Listing whole = listing.with(
                more.stream().flatMap(plug -> plug.of(listing).stream()).toList());
        return new Enriched(list, seeing.limited() ? allowed(whole) : whole);
    }

    /** What the reader may not see is no column, what they may not write no cell to write. */
    private Listing allowed(Listing listing) {
        String kind = listing.subject();
        return listing.without(column -> !seeing.sees(kind, column))
                .each(column -> seeing.writes(kind, column.name()) ? column : column.fixed());
    }

    /** Whether a person may change records of a list, as the routes say. */
    boolean changes(Listing listing, Person reader) {
        return may("PUT", listing.path() + "/0", reader);
    }

    /** Refuses whoever may not change this record. */
    static void demandChange(RecordList list, long id, Person by) {
        if (list.changeable(Set.of(id), by).isEmpty()) throw Refusal.forbidden("lists.error.notYours");
    }

    /** How a column is written, for whoever may. */
    Editing editing(Listing listing, String column, Person by) {
        if (!changes(listing, by)) throw Refusal.forbidden("lists.error.readOnly");
        Column known = column(listing, column);
        if (known.editing() == null) throw Refusal.notFound();
        return Objects.requireNonNull(known.editing());
    }

    /** A column to be written; whoever may not is told so. */
    Column column(Listing listing, String column) {
        if (!seeing.writes(listing.subject(), column)) throw Refusal.forbidden("lists.error.fieldClosed");
        return listing.column(column).orElseThrow(Refusal::notFound);
    }

    Optional<Removal> removal(Listing listing) {
        return removals.stream().filter(removal -> removal.removes(listing)).findFirst();
    }

    private CalendarPage calendar(RecordList list, Address address, Filter filter, Person reader) {
        Listing listing = address.listing();
        Calendar calendar = Objects.requireNonNull(listing.calendar());
        ZoneId zone = organisations.get().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        YearMonth month = address.month().orElse(YearMonth.from(today));
        List<CalendarPage.Entry> found = filter.problems().isEmpty()
                ? table.between(
                        listing,
                        calendar,
                        condition(list, address, reader),
                        month.atDay(1),
                        month.plusMonths(1).atDay(1),
                        zone,
                        CalendarPage.MOST + 1)
                : List.of();
        return CalendarPage.of(address, month, today, found);
    }

    private Page<ListRow> page(RecordList list, Address address, Filter filter, PageRequest request, Person reader) {
        Listing listing = address.listing();
        List<Column> columns =
                address.shown().stream().map(Address.Shown::column).toList();
        Meant asked = list.meant(address.asked(), reader);
        Meant meant = filter.rule()
                .map(rule -> asked.and(rule.condition(listing.table(), clock.instant())))
                .orElse(asked);
        // policies stand before every index, so whoever sees a part looks at all of theirs anyway
        if (seeing.limited()) meant = meant.met().map(Meant::of).orElse(meant);
        return table.page(listing, columns, meant, request);
    }

    private record Filter(Optional<Rule> rule, List<Problem> problems) {}

    private Filter filter(Address address) {
        if (address.where().isEmpty()) return new Filter(Optional.empty(), List.of());
        Checked checked = rules.check(address.where(), address.listing().subject());
        return switch (checked) {
            case Rule rule when rules.closed(rule).isEmpty() -> new Filter(Optional.of(rule), List.of());
            case Rule rule -> new Filter(Optional.empty(), rules.closed(rule));
            case Refused refused -> new Filter(Optional.empty(), refused.problems());
        };
    }

    private boolean may(String method, String path, Person reader) {
        return rights.route(method, path)
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
    }
}
