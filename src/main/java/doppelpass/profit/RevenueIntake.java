package doppelpass.profit;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invoices from files; a changed one is a correction, the old one stays readable as known then. */
@Component
class RevenueIntake implements Intake {
    @Override
    public String object() {
        return "revenue";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String table() {
        return "profit.revenue";
    }

    @Override
    public String keys() {
        return "profit.revenue_key";
    }

    @Override
    public boolean corrects() {
        return true;
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                text("number", 100).must(),
                IntakeField.of("posted_on", Type.DATE).must(),
                IntakeField.of("amount", Type.MONEY).must().into("amount_minor"),
                IntakeField.of("cost", Type.MONEY).into("cost_minor"),
                choice("status", "posted", "cancelled", "draft").staged(),
                link("company", "company"),
                link("deal", "deal"),
                link("campaign", "campaign"),
                text("note", 1000));
    }

    @Override
    public Map<String, String> derived() {
        return Map.of("status", "coalesce(s.status, 'posted')");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("cost", "s.cost < 0");
    }
}
