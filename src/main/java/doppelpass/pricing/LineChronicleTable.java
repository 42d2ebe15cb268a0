package doppelpass.pricing;

import static doppelpassdb.pricing.Tables.LINE;
import static doppelpassdb.pricing.Tables.TERMS;

import doppelpass.database.CopyRows;
import doppelpass.pricing.Calculation.Priced;
import doppelpassdb.pricing.tables.records.LineRecord;
import doppelpassdb.pricing.tables.records.TermsRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL that writes lines with a past: two tables, one COPY each. */
@Component
class LineChronicleTable {
    private final DSLContext db;

    LineChronicleTable(DSLContext db) {
        this.db = db;
    }

    void write(List<PastLines> deals) {
        CopyRows.write(db, TERMS, deals.stream().map(LineChronicleTable::terms).toList());
        List<LineRecord> rows = new ArrayList<>();
        for (PastLines past : deals) {
            int place = 0;
            for (Priced priced : past.calculation().lines()) rows.add(line(past.deal(), ++place, priced));
        }
        CopyRows.write(db, LINE, rows);
    }

    private static TermsRecord terms(PastLines past) {
        TermsRecord row = new TermsRecord();
        row.setDealId(past.deal());
        row.setBookId(past.terms().bookId());
        row.setDiscountPercent(past.terms().discount().percent());
        row.setDiscountMinor(past.terms().discount().minor());
        return row;
    }

    private static LineRecord line(long deal, int place, Priced priced) {
        Line line = priced.line();
        LineRecord row = new LineRecord();
        row.setDealId(deal);
        row.setPosition(place);
        row.setProductId(line.productId());
        row.setText(line.text());
        row.setUnit(line.unit());
        row.setQuantity(line.quantity());
        row.setPriceMinor(line.priceMinor());
        row.setCostMinor(line.costMinor());
        row.setDiscountPercent(line.discount().percent());
        row.setDiscountMinor(line.discount().minor());
        row.setNetMinor(priced.netMinor());
        row.setTotalCostMinor(line.totalCostMinor());
        return row;
    }
}
