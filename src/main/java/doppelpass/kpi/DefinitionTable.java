package doppelpass.kpi;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.kpi.Tables.DEFINITION;
import static doppelpassdb.kpi.Tables.SIGNATURE;

import doppelpassdb.kpi.tables.records.DefinitionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL on definitions and their signatures. */
@Component
class DefinitionTable {
    private final DSLContext db;

    DefinitionTable(DSLContext db) {
        this.db = db;
    }

    /** The definitions in force, in their order. */
    List<Kpi.Row> active() {
        Map<Long, List<Kpi.Signature>> signatures = signatures();
        return db.selectFrom(DEFINITION)
                .where(DEFINITION.STATE.eq("active"))
                .orderBy(DEFINITION.POSITION, DEFINITION.CODE)
                .fetch(r -> row(r, signatures.getOrDefault(r.getId(), List.of())));
    }

    void insert(Kpi.Row kpi, int position) {
        db.insertInto(DEFINITION)
                .set(DEFINITION.CODE, kpi.code())
                .set(DEFINITION.VERSION, kpi.version())
                .set(DEFINITION.POSITION, position)
                .set(DEFINITION.FORMULA, kpi.formula())
                .set(DEFINITION.NAME_DE, kpi.names().get("de"))
                .set(DEFINITION.NAME_EN, kpi.names().get("en"))
                .set(DEFINITION.TEXT_DE, kpi.texts().get("de"))
                .set(DEFINITION.TEXT_EN, kpi.texts().get("en"))
                .set(DEFINITION.DATE_DE, kpi.dates().get("de"))
                .set(DEFINITION.DATE_EN, kpi.dates().get("en"))
                .set(DEFINITION.BASIS, kpi.basis().name())
                .set(DEFINITION.MATURITY_DAYS, kpi.maturityDays())
                .set(DEFINITION.MIN_N, kpi.minN())
                .set(DEFINITION.UNIT, kpi.unit().name())
                .set(DEFINITION.DIRECTION, kpi.direction().name())
                .set(DEFINITION.BAND_LOW, kpi.bandLow())
                .set(DEFINITION.BAND_HIGH, kpi.bandHigh())
                .set(DEFINITION.OWNER, kpi.owner())
                .set(DEFINITION.VALID_FROM, kpi.validFrom())
                .set(DEFINITION.COVERAGE, kpi.coverage())
                .execute();
    }

    /** Signs once; signing again changes nothing. */
    void sign(long definition, String function, long person, Instant now) {
        db.insertInto(SIGNATURE)
                .set(SIGNATURE.DEFINITION_ID, definition)
                .set(SIGNATURE.FUNCTION, function)
                .set(SIGNATURE.PERSON_ID, person)
                .set(SIGNATURE.SIGNED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    private Map<Long, List<Kpi.Signature>> signatures() {
        return db.select(SIGNATURE.DEFINITION_ID, SIGNATURE.FUNCTION, PERSON_CARD.NAME, SIGNATURE.SIGNED_AT)
                .from(SIGNATURE)
                .join(PERSON_CARD)
                .on(PERSON_CARD.ID.eq(SIGNATURE.PERSON_ID))
                .fetchGroups(
                        r -> r.get(SIGNATURE.DEFINITION_ID),
                        r -> new Kpi.Signature(
                                r.get(SIGNATURE.FUNCTION), r.get(PERSON_CARD.NAME), r.get(SIGNATURE.SIGNED_AT)));
    }

    private static Kpi.Row row(DefinitionRecord r, List<Kpi.Signature> signatures) {
        return new Kpi.Row(
                r.getId(),
                r.getCode(),
                r.getVersion(),
                r.getFormula(),
                Map.of("de", r.getNameDe(), "en", r.getNameEn()),
                Map.of("de", r.getTextDe(), "en", r.getTextEn()),
                Map.of("de", r.getDateDe(), "en", r.getDateEn()),
                Basis.valueOf(r.getBasis()),
                r.getMaturityDays(),
                r.getMinN(),
                Unit.valueOf(r.getUnit()),
                Direction.valueOf(r.getDirection()),
                r.getBandLow(),
                r.getBandHigh(),
                r.getOwner(),
                r.getValidFrom(),
                r.getCoverage(),
                signatures);
    }
}
