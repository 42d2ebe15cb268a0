package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.web.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cells of lists that are written in place. */
@Component
class Cells {
    private final Lists lists;
    private final ListTable table;

    Cells(Lists lists, ListTable table) {
        this.lists = lists;
        this.table = table;
    }

    /** What a cell shows, said when the reader's language is known. */
    private record Worded(Cell cell) {
        @Override
        public String toString() {
            return cell.words();
        }
    }

    @Transactional(readOnly = true)
    OpenCell open(String list, long id, String column, Person by) {
        return read(list, id, column, by);
    }

    /** Refused if the value changed since it was seen. */
    @Transactional
    OpenCell write(String list, long id, String column, String value, String was, Person by) {
        table.lock(lists.list(list, by).listing(), List.of(id));
        OpenCell cell = read(list, id, column, by);
        Editing editing = cell.editing();
        Lists.demandChange(lists.list(list, by), id, by);
        if (!cell.stored().equals(was)) throw Refusal.conflict("lists.error.changedMeanwhile", new Worded(cell.cell()));
        Bulks.check(editing, value);
        if (!value.equals(was)) editing.change().set(id, value, by);
        return read(list, id, column, by);
    }

    private OpenCell read(String list, long id, String column, Person by) {
        RecordList plug = lists.list(list, by);
        Listing listing = plug.listing();
        Column known = lists.column(listing, column);
        Editing editing = known.editing();
        if (editing == null) throw Refusal.notFound();
        if (!lists.changes(listing, by)) throw Refusal.forbidden("lists.error.readOnly");
        ListRow row = table.row(listing, List.of(known), id, plug.seen(by)).orElseThrow(Refusal::notFound);
        String stored =
                table.stored(listing, editing.value(), id).map(Editing::typed).orElse("");
        return new OpenCell(listing, row, stored, "cell");
    }
}
