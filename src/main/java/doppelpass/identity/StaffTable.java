package doppelpass.identity;

import static doppelpassdb.identity.Tables.PERSON;
import static doppelpassdb.identity.Tables.TEAM;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.database.Keyset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of administration: who works here, in which team. */
@Component
class StaffTable {
    static final Map<String, Field<?>> SORTS =
            Map.of("name", PERSON.NAME, "mail", PERSON.MAIL, "function", PERSON.FUNCTION, "since", PERSON.CREATED_AT);

    private final DSLContext db;

    StaffTable(DSLContext db) {
        this.db = db;
    }

    Page<StaffRow> page(StaffFilter filter, PageRequest request) {
        var from = PERSON.leftJoin(TEAM).on(TEAM.ID.eq(PERSON.TEAM_ID));
        List<Field<?>> fields = new ArrayList<>(List.of(PERSON.fields()));
        fields.add(TEAM.NAME.as("team_name"));
        return new Keyset(db, from, where(filter), SORTS.getOrDefault(request.sort(), PERSON.NAME), PERSON.ID, request)
                .fetch(fields, StaffTable::row, StaffRow::id);
    }

    Optional<StaffRow> row(long id) {
        return db.select(PERSON.fields())
                .select(TEAM.NAME.as("team_name"))
                .from(PERSON)
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(PERSON.TEAM_ID))
                .where(PERSON.ID.eq(id))
                .fetchOptional(StaffTable::row);
    }

    void change(long id, StaffChange change) {
        db.update(PERSON)
                .set(PERSON.NAME, change.name())
                .set(PERSON.MAIL, change.mail())
                .set(PERSON.FUNCTION, change.function().code())
                .set(PERSON.TEAM_ID, change.teamId())
                .set(PERSON.LEADS_TEAM, change.leadsTeam())
                .set(PERSON.ADMINISTRATOR, change.administrator())
                .where(PERSON.ID.eq(id))
                .execute();
    }

    void activate(long id, boolean active) {
        db.update(PERSON).set(PERSON.ACTIVE, active).where(PERSON.ID.eq(id)).execute();
    }

    /** Active administrators, locked: two administrators cannot remove each other at the same moment. */
    List<Long> administrators() {
        return db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ADMINISTRATOR.isTrue().and(PERSON.ACTIVE.isTrue()))
                .orderBy(PERSON.ID)
                .forUpdate()
                .fetch(PERSON.ID);
    }

    /** All teams with the number of active members; archived ones last. */
    List<TeamRow> teams() {
        return db.select(TEAM.fields())
                .select(DSL.selectCount()
                        .from(PERSON)
                        .where(PERSON.TEAM_ID.eq(TEAM.ID).and(PERSON.ACTIVE.isTrue()))
                        .asField("members"))
                .from(TEAM)
                .orderBy(TEAM.ARCHIVED, TEAM.NAME)
                .limit(500)
                .fetch(r -> new TeamRow(
                        r.get(TEAM.ID),
                        r.get(TEAM.NAME),
                        TeamFunction.of(r.get(TEAM.FUNCTION)),
                        r.get(TEAM.REGION),
                        r.get(TEAM.ARCHIVED),
                        r.get("members", Integer.class)));
    }

    void changeTeam(long id, String name, @Nullable String region) {
        db.update(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.REGION, region)
                .where(TEAM.ID.eq(id))
                .execute();
    }

    void archiveTeam(long id, boolean archived) {
        db.update(TEAM).set(TEAM.ARCHIVED, archived).where(TEAM.ID.eq(id)).execute();
    }

    private static Condition where(StaffFilter filter) {
        Condition where = DSL.noCondition();
        String q = filter.q().strip().toLowerCase(Locale.ROOT);
        if (!q.isEmpty()) {
            where = where.and(DSL.lower(PERSON.NAME).contains(q).or(PERSON.MAIL.contains(q)));
        }
        if (!filter.function().isEmpty()) {
            where = where.and(PERSON.FUNCTION.eq(filter.function()));
        }
        if (filter.team() != null) {
            where = where.and(PERSON.TEAM_ID.eq(filter.team()));
        }
        return switch (filter.state()) {
            case "all" -> where;
            case "inactive" -> where.and(PERSON.ACTIVE.isFalse());
            default -> where.and(PERSON.ACTIVE.isTrue());
        };
    }

    private static StaffRow row(Record r) {
        return new StaffRow(
                r.get(PERSON.ID),
                r.get(PERSON.NAME),
                r.get(PERSON.MAIL),
                TeamFunction.of(r.get(PERSON.FUNCTION)),
                r.get(PERSON.TEAM_ID),
                r.get("team_name", String.class),
                r.get(PERSON.LEADS_TEAM),
                r.get(PERSON.ADMINISTRATOR),
                r.get(PERSON.ACTIVE),
                r.get(PERSON.PASSWORD) != null,
                r.get(PERSON.LANGUAGE));
    }
}
