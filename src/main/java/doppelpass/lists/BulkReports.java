package doppelpass.lists;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.lists.plug.Shape;
import doppelpass.web.Menu;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of changes of many records: for who asked for them, and for leadership and administration. */
@Component
class BulkReports {
    private final Lists lists;
    private final BulkTable table;
    private final ListTable records;
    private final Queue queue;
    private final List<Menu> menus;
    private final Clock clock;

    BulkReports(Lists lists, BulkTable table, ListTable records, Queue queue, List<Menu> menus, Clock clock) {
        this.lists = lists;
        this.table = table;
        this.records = records;
        this.queue = queue;
        this.menus = menus;
        this.clock = clock;
    }

    static boolean overseesAll(Person reader) {
        return reader.functions().contains(TeamFunction.LEADERSHIP)
                || reader.functions().contains(TeamFunction.ADMINISTRATION);
    }

    /** What was started in the last month in lists and columns the reader may see. */
    @Transactional(readOnly = true)
    Page<BulkReport> page(PageRequest request, Person reader) {
        Map<String, RecordList> open = lists.open(reader).stream()
                .collect(Collectors.toMap(list -> list.listing().name(), Function.identity()));
        Map<String, Set<String>> columns = new TreeMap<>();
        open.forEach((name, list) -> columns.put(name, columns(list.listing())));
        Long by = overseesAll(reader) ? null : reader.id();
        Page<Bulk> page = table.page(columns, by, clock.instant().minus(Bulk.KEPT), request);
        Set<Long> failed = failed(page.rows());
        return page.map(bulk -> report(bulk, Objects.requireNonNull(open.get(bulk.list())), failed, reader));
    }

    /** One of them; what was only asked for is nobody else's business yet. */
    @Transactional(readOnly = true)
    BulkReport get(long id, Person reader) {
        Bulk bulk = table.find(id)
                .filter(found -> found.personId() == reader.id() || found.jobId() != null && overseesAll(reader))
                .orElseThrow(Refusal::notFound);
        RecordList list = lists.list(bulk.list(), reader);
        if (!columns(list.listing()).contains(bulk.column())) throw Refusal.notFound();
        return report(bulk, list, failed(List.of(bulk)), reader);
    }

    /** The first that refused, with their names; of another's change only records the reader may see. */
    @Transactional(readOnly = true)
    List<Bulk.Refused> refused(BulkReport report, int most, Person reader) {
        Map<Long, String> reasons = table.refused(report.bulk().id(), most);
        if (reasons.isEmpty()) return List.of();
        Listing listing = report.list().listing();
        List<Column> title = listing.columns().stream()
                .filter(column -> column.shape() instanceof Shape.Title)
                .limit(1)
                .toList();
        List<Long> ids = List.copyOf(reasons.keySet());
        Map<Long, ListRow> seen =
                records.rows(listing, title, ids, report.list().seen(reader));
        return reasons.entrySet().stream()
                .filter(one -> report.own() || seen.containsKey(one.getKey()))
                .map(one -> refused(one.getKey(), one.getValue(), seen.get(one.getKey())))
                .toList();
    }

    private static Bulk.Refused refused(long id, String reason, @Nullable ListRow row) {
        return new Bulk.Refused(id, reason, row == null ? "" : row.name(), row != null);
    }

    private BulkReport report(Bulk bulk, RecordList list, Set<Long> failed, Person reader) {
        Listing listing = list.listing();
        return new BulkReport(
                bulk.open() && failed.contains(bulk.jobId()) ? bulk.failed() : bulk,
                list,
                name(listing),
                listing.column(bulk.column()).orElse(null),
                bulk.personId() == reader.id());
    }

    /** Work that was given up says so; its bulk only knows that it began. */
    private Set<Long> failed(List<Bulk> bulks) {
        return queue.failed(bulks.stream()
                .filter(Bulk::open)
                .flatMap(bulk -> Stream.ofNullable(bulk.jobId()))
                .toList());
    }

    private static Set<String> columns(Listing listing) {
        return Stream.concat(Stream.of(Bulk.RECORD), listing.columns().stream().map(Column::name))
                .collect(Collectors.toSet());
    }

    /** Lists are called as in the menu. */
    private String name(Listing listing) {
        return menus.stream()
                .flatMap(menu -> menu.entries().stream())
                .filter(entry -> entry.url().equals(listing.path()))
                .map(Menu.Entry::label)
                .findFirst()
                .orElse("lists.bulk.record");
    }
}
