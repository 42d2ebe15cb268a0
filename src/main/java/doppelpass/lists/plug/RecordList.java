package doppelpass.lists.plug;

import doppelpass.identity.Person;
import doppelpass.web.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Socket: a module's list of one kind of record. */
public interface RecordList {
    Listing listing();

    /** What search and quick filters of the address ask for, about the listing's table. */
    Condition where(Asked asked, Person reader);

    /** Which records are any of the reader's business; {@link #where} never shows others. */
    default Condition seen(Person reader) {
        return DSL.noCondition();
    }

    /** Those of these records that this person may change, where that is no matter of routes alone; none may be changed otherwise. */
    default Set<Long> changeable(Collection<Long> ids, Person by) {
        return Set.copyOf(ids);
    }

    /** The same with what makes it quicker among very many. */
    default Meant meant(Asked asked, Person reader) {
        return Meant.of(where(asked, reader));
    }

    /** Files it can be exported as besides CSV and Excel. */
    default List<Format> formats() {
        return List.of();
    }
}
