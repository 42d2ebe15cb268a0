package doppelpass.api;

import doppelpass.database.Intake;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Records by their id in another system, in the columns in which imports keep it; tables and views are those a module names
 * to the importer.
 */
@Component
class SourceTable {
    private final DSLContext db;
    private final List<Intake> intakes;

    SourceTable(DSLContext db, List<Intake> intakes) {
        this.db = db;
        this.intakes = intakes;
    }

    /** Whether records of this kind have ids of other systems. */
    boolean knows(String subject) {
        return intake(subject).isPresent();
    }

    Optional<Long> find(String subject, String system, String id) {
        return intake(subject)
                .flatMap(intake -> db.select(DSL.field("id", Long.class))
                        .from(DSL.table(intake.keys()))
                        .where(DSL.field("source_system", String.class).eq(system))
                        .and(DSL.field("source_id", String.class).eq(id))
                        .limit(1)
                        .fetchOptional()
                        .map(r -> r.value1()));
    }

    /** Which of these records there are. */
    Set<Long> there(String subject, Collection<Long> ids) {
        return intake(subject)
                .map(intake -> db.select(DSL.field("id", Long.class))
                        .from(DSL.table(intake.table()))
                        .where(DSL.field("id", Long.class).in(ids))
                        .fetchSet(0, Long.class))
                .orElse(Set.of());
    }

    void name(String subject, long record, String system, String id) {
        db.update(DSL.table(intake(subject).orElseThrow().table()))
                .set(DSL.field("source_system", String.class), system)
                .set(DSL.field("source_id", String.class), id)
                .where(DSL.field("id", Long.class).eq(record))
                .execute();
    }

    /** Until the end of the transaction nobody else changes the record, by whatever door. */
    void lock(String subject, long record) {
        intake(subject)
                .ifPresent(intake -> db.selectOne()
                        .from(DSL.table(intake.table()))
                        .where(DSL.field("id", Long.class).eq(record))
                        .forUpdate()
                        .fetch());
    }

    /** Two requests for the same new record come one after the other. */
    void turn(String what) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 14))", DSL.val(what));
    }

    private Optional<Intake> intake(String subject) {
        return intakes.stream().filter(i -> i.object().equals(subject)).findFirst();
    }
}
