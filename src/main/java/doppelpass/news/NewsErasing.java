package doppelpass.news;

import static doppelpassdb.news.Tables.ITEM;

import doppelpass.records.Erasing;
import doppelpass.records.RecordKey;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was told of a person and their leads goes. */
@Component
class NewsErasing implements Erasing {
    private final DSLContext db;

    NewsErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        long many = db.deleteFrom(ITEM)
                .where(RecordKey.among(ITEM.KIND, ITEM.RECORD_ID, records))
                .execute();
        return List.of(new Taken("news.title", many));
    }
}
