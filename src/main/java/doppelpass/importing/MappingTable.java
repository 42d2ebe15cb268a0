package doppelpass.importing;

import static doppelpassdb.importing.Tables.MAPPING;

import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL about mappings saved under a name. */
@Component
class MappingTable {
    private final DSLContext db;

    MappingTable(DSLContext db) {
        this.db = db;
    }

    void save(String name, String object, String body, @Nullable Long by, Instant now) {
        db.insertInto(MAPPING)
                .set(MAPPING.NAME, name)
                .set(MAPPING.OBJECT, object)
                .set(MAPPING.BODY, body)
                .set(MAPPING.CREATED_BY, by)
                .set(MAPPING.CREATED_AT, now)
                .onConflict(MAPPING.NAME)
                .doUpdate()
                .set(MAPPING.OBJECT, object)
                .set(MAPPING.BODY, body)
                .execute();
    }

    /** Name → mapping. */
    Map<String, String> all() {
        return db.select(MAPPING.NAME, MAPPING.BODY)
                .from(MAPPING)
                .orderBy(MAPPING.NAME)
                .limit(200)
                .fetchMap(MAPPING.NAME, MAPPING.BODY);
    }
}
