package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Format;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.Meant;
import doppelpass.lists.plug.RecordList;
import doppelpass.web.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;

/** A module's list with the columns that others add. */
record Enriched(RecordList own, Listing listing) implements RecordList {
    @Override
    public Condition where(Asked asked, Person reader) {
        return own.where(asked, reader);
    }

    @Override
    public Condition seen(Person reader) {
        return own.seen(reader);
    }

    @Override
    public Set<Long> changeable(Collection<Long> ids, Person by) {
        return own.changeable(ids, by);
    }

    @Override
    public Meant meant(Asked asked, Person reader) {
        return own.meant(asked, reader);
    }

    @Override
    public List<Format> formats() {
        return own.formats();
    }
}
