package doppelpass.kpi;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.kpi.Tables.DEFINITION;
import static doppelpassdb.kpi.Tables.SIGNATURE;

import doppelpassdb.kpi.tables.records.DefinitionRecord;
import java.time.Instant;
import java.util.ArrayList;
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

    /** In this order, in one statement. */
    void insert(List<Kpi.Row> kpis) {
        List<DefinitionRecord> rows = new ArrayList<>();
        for (Kpi.Row kpi : kpis) rows.add(row(kpi, rows.size()));
        db.insertInto(DEFINITION).set(rows).execute();
    }

    private DefinitionRecord row(Kpi.Row kpi, int position) {
        DefinitionRecord row = db.newRecord(DEFINITION);
        row.setCode(kpi.code());
        row.setVersion(kpi.version());
        row.setPosition(position);
        row.setFormula(kpi.formula());
        row.setNameDe(kpi.names().get("de"));
        row.setNameEn(kpi.names().get("en"));
        row.setTextDe(kpi.texts().get("de"));
        row.setTextEn(kpi.texts().get("en"));
        row.setDateDe(kpi.dates().get("de"));
        row.setDateEn(kpi.dates().get("en"));
        row.setBasis(kpi.basis().name());
        row.setMaturityDays(kpi.maturityDays());
        row.setMinN(kpi.minN());
        row.setUnit(kpi.unit().name());
        row.setDirection(kpi.direction().name());
        row.setBandLow(kpi.bandLow());
        row.setBandHigh(kpi.bandHigh());
        row.setOwner(kpi.owner());
        row.setValidFrom(kpi.validFrom());
        row.setCoverage(kpi.coverage());
        return row;
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
