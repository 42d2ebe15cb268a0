package doppelpass.lists;

import static doppelpassdb.lists.Tables.BULK;
import static doppelpassdb.lists.Tables.BULK_ROW;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What changes of many records kept of people whose data are erased; these cannot be taken back for them any more. */
@Component
public class ErasedChanges {
    private final DSLContext db;

    ErasedChanges(DSLContext db) {
        this.db = db;
    }

    /** How many rows went, of records of a list by their numbers. */
    public long erase(String list, Set<Long> records) {
        return db.deleteFrom(BULK_ROW)
                .where(BULK_ROW.RECORD_ID.in(records))
                .and(BULK_ROW.BULK_ID.in(DSL.select(BULK.ID).from(BULK).where(BULK.LIST.eq(list))))
                .execute();
    }
}
