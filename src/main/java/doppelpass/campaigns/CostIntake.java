package doppelpass.campaigns;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Costs from files; a changed amount is a correction, the old one stays readable as known then. */
@Component
class CostIntake implements Intake {
    @Override
    public String object() {
        return "cost";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String table() {
        return "campaigns.cost";
    }

    @Override
    public String keys() {
        return "campaigns.cost_key";
    }

    @Override
    public boolean corrects() {
        return true;
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                IntakeField.of("amount", Type.MONEY).must().into("amount_minor"),
                IntakeField.of("from_day", Type.DATE).must(),
                IntakeField.of("to_day", Type.DATE).staged(),
                choice("function", "marketing", "sales").staged(),
                link("campaign", "campaign"),
                choice("channel", Channel.codes().toArray(String[]::new)),
                text("kind", 100).staged(),
                text("note", 1000));
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "to_day", "coalesce(s.to_day, s.from_day)",
                "function", "coalesce(s.function, 'marketing')",
                "kind", "coalesce(s.kind, 'media')");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("to_day", "s.to_day < s.from_day");
    }
}
