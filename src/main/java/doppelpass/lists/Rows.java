package doppelpass.lists;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.lists.plug.Removal;
import doppelpass.rules.Rule;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of every list for programs: no quick filters, no views, the same records and the same rights. */
@Component
public class Rows {
    private final Lists lists;
    private final ListTable table;
    private final Clock clock;

    Rows(Lists lists, ListTable table, Clock clock) {
        this.lists = lists;
        this.table = table;
        this.clock = clock;
    }

    /** The lists a person may open, with the columns that others add. */
    public List<RecordList> all(Person reader) {
        return lists.open(reader);
    }

    /** The list of this name, for those who may open it. */
    public RecordList list(String name, Person reader) {
        return lists.list(name, reader);
    }

    public boolean adds(Listing listing, Person by) {
        return lists.adds(listing, by);
    }

    public boolean changes(Listing listing, Person by) {
        return lists.changes(listing, by);
    }

    public boolean removes(Listing listing, Person by) {
        return lists.changes(listing, by) && lists.removal(listing).isPresent();
    }

    /** One page; the number of all is told, exact or estimated, only where it is {@code counted}. */
    @Transactional(readOnly = true)
    public Page<ListRow> page(
            RecordList list,
            List<Column> columns,
            Optional<Rule> filter,
            PageRequest request,
            boolean counted,
            Person reader) {
        return table.page(list.listing(), columns, where(list, filter, reader), request, counted);
    }

    @Transactional(readOnly = true)
    public long count(RecordList list, Optional<Rule> filter, Person reader) {
        return table.count(list.listing(), where(list, filter, reader));
    }

    /** One record, if it is any of the reader's business. */
    @Transactional(readOnly = true)
    public Optional<ListRow> find(RecordList list, List<Column> columns, long id, Person reader) {
        return table.row(list.listing(), columns, id, list.seen(reader));
    }

    /** Those of these records that are any of the reader's business. */
    @Transactional(readOnly = true)
    public Set<Long> seen(RecordList list, Collection<Long> ids, Person reader) {
        return table.ids(list.listing(), list.seen(reader), ids);
    }

    /** Until the end of the transaction nobody else writes a cell of this record. */
    @Transactional
    public void lock(Listing listing, long id) {
        table.lock(listing, List.of(id));
    }

    /** Writes a cell as a page does; an unchanged value is not written. */
    @Transactional
    public void write(RecordList list, long id, Column column, String value, Person by) {
        Listing listing = list.listing();
        Lists.demandChange(list, id, by);
        Editing editing = Objects.requireNonNull(column.editing());
        Bulks.check(editing, value);
        String stored =
                table.stored(listing, editing.value(), id).map(Editing::typed).orElse("");
        if (!value.equals(stored)) editing.change().set(id, value, by);
    }

    /** Takes a record out; it lies in the bin. */
    @Transactional
    public void remove(Listing listing, long id, Person by) {
        Removal removal = lists.removal(listing).orElseThrow(Refusal::notFound);
        removal.remove(listing, id, by);
    }

    private Condition where(RecordList list, Optional<Rule> filter, Person reader) {
        Condition seen = list.seen(reader);
        return filter.map(rule -> seen.and(rule.condition(list.listing().table(), clock.instant())))
                .orElse(seen);
    }
}
