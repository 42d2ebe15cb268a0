package doppelpass.lists;

import static doppelpassdb.lists.Tables.VIEW;

import doppelpass.identity.Person;
import doppelpass.lists.View.Scope;
import doppelpassdb.lists.tables.records.ViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of saved views. */
@Component
class ViewTable {
    private static final int SHOWN = 100;

    private final DSLContext db;

    ViewTable(DSLContext db) {
        this.db = db;
    }

    /** The views of a list a person may open, by name. */
    List<View> visible(String list, Person person) {
        Long team = person.teamId();
        return db.selectFrom(VIEW)
                .where(VIEW.LIST.eq(list))
                .and(VIEW.OWNER_ID
                        .eq(person.id())
                        .or(VIEW.SCOPE.eq("everyone"))
                        .or(
                                team == null
                                        ? DSL.noCondition().not()
                                        : VIEW.SCOPE.eq("team").and(VIEW.TEAM_ID.eq(team))))
                .orderBy(DSL.lower(VIEW.NAME), VIEW.ID)
                .limit(SHOWN)
                .fetch(ViewTable::view);
    }

    long count(String list, long owner) {
        return db.fetchCount(VIEW, VIEW.LIST.eq(list).and(VIEW.OWNER_ID.eq(owner)));
    }

    Optional<View> find(long id) {
        return db.selectFrom(VIEW).where(VIEW.ID.eq(id)).fetchOptional(ViewTable::view);
    }

    long insert(String list, String name, Scope scope, long owner, @Nullable Long team, String address, Instant now) {
        return db.insertInto(VIEW)
                .set(VIEW.LIST, list)
                .set(VIEW.NAME, name)
                .set(VIEW.SCOPE, scope.code())
                .set(VIEW.OWNER_ID, owner)
                .set(VIEW.TEAM_ID, team)
                .set(VIEW.ADDRESS, address)
                .set(VIEW.CREATED_AT, now)
                .set(VIEW.UPDATED_AT, now)
                .returning(VIEW.ID)
                .fetchSingle(VIEW.ID);
    }

    void update(long id, String name, Scope scope, @Nullable Long team, String address, Instant now) {
        db.update(VIEW)
                .set(VIEW.NAME, name)
                .set(VIEW.SCOPE, scope.code())
                .set(VIEW.TEAM_ID, team)
                .set(VIEW.ADDRESS, address)
                .set(VIEW.UPDATED_AT, now)
                .where(VIEW.ID.eq(id))
                .execute();
    }

    void delete(long id) {
        db.deleteFrom(VIEW).where(VIEW.ID.eq(id)).execute();
    }

    private static View view(ViewRecord r) {
        return new View(
                r.getId(),
                r.getList(),
                r.getName(),
                Scope.valueOf(r.getScope().toUpperCase(Locale.ROOT)),
                r.getOwnerId(),
                r.getTeamId(),
                r.getAddress());
    }
}
