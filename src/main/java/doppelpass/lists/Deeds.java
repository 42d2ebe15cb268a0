package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.lists.plug.Removal;
import doppelpass.web.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** What can be done to many records, for whoever may: one of their columns written, or they themselves deleted. */
@Component
class Deeds {
    private final Lists lists;
    private final ListTable records;

    Deeds(Lists lists, ListTable records) {
        this.lists = lists;
        this.records = records;
    }

    Deed of(RecordList list, String column, Person by) {
        Listing listing = list.listing();
        if (!lists.changes(listing, by)) throw Refusal.forbidden("lists.error.readOnly");
        return column.equals(Bulk.RECORD)
                ? deletion(listing, list.seen(by), by)
                : writing(list, lists.editing(listing, column, by), by);
    }

    private Deed writing(RecordList list, Editing editing, Person by) {
        Listing listing = list.listing();
        Condition seen = list.seen(by);
        return new Deed() {
            @Override
            public Map<Long, String> stored(Collection<Long> ids) {
                return records.stored(listing, editing.value(), ids, seen);
            }

            @Override
            public void set(long id, String value) {
                Lists.demandChange(list, id, by);
                editing.change().set(id, value, by);
            }

            @Override
            public Set<Long> setAll(Map<Long, String> values) {
                Map<Long, String> open = new HashMap<>(values);
                open.keySet().retainAll(list.changeable(values.keySet(), by));
                return editing.change().setAll(open, by);
            }
        };
    }

    private Deed deletion(Listing listing, Condition seen, Person by) {
        Removal removal = lists.removal(listing).orElseThrow(Refusal::notFound);
        return new Deed() {
            @Override
            public Map<Long, String> stored(Collection<Long> ids) {
                Set<Long> there = records.ids(listing, seen, ids);
                return ids.stream()
                        .collect(Collectors.toMap(id -> id, id -> there.contains(id) ? Bulk.THERE : Bulk.GONE));
            }

            @Override
            public void set(long id, String value) {
                if (value.equals(Bulk.GONE)) removal.remove(listing, id, by);
                else removal.restore(listing, id, by);
            }
        };
    }
}
