package doppelpass.fields;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL that makes values of one type into those of another, all records in one statement. */
@Component
class ConversionTable {
    private static final int EXAMPLES = 3;

    private final DSLContext db;
    private final Homes homes;

    ConversionTable(DSLContext db, Homes homes) {
        this.db = db;
        this.homes = homes;
    }

    /** How many values cannot be taken over, and some of them. */
    record Unfit(long count, List<String> examples) {}

    Unfit unfit(CustomField field, Conversion conversion) {
        String values = "(select fields -> ? as v from " + homes.table(field.kind()) + " where fields ?? ?) t";
        String not = " where (" + conversion.fits() + ") is not true";
        long count = db.fetchSingle("select count(*) from " + values + not, field.key(), field.key())
                .get(0, Long.class);
        if (count == 0) return new Unfit(0, List.of());
        List<String> examples = db.fetch(
                        "select distinct left(v #>> '{}', 40) from " + values + not + " order by 1 limit " + EXAMPLES,
                        field.key(),
                        field.key())
                .map(ConversionTable::quoted);
        return new Unfit(count, examples);
    }

    void convert(CustomField field, Conversion conversion) {
        db.execute(
                "update " + homes.table(field.kind()) + " t set fields = jsonb_set(t.fields, array[?], c.converted)"
                        + " from (select id, " + conversion.converted()
                        + " as converted from (select id, fields -> ? as v from "
                        + homes.table(field.kind()) + " where fields ?? ?) stored) c where c.id = t.id",
                field.key(),
                field.key(),
                field.key());
    }

    private static String quoted(Record row) {
        return "“" + row.get(0, String.class) + "”";
    }
}
