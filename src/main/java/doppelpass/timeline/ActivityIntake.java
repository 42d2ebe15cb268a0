package doppelpass.timeline;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls and other activities from files. */
@Component
class ActivityIntake implements Intake {
    @Override
    public String object() {
        return "activity";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String table() {
        return "timeline.activity";
    }

    @Override
    public String keys() {
        return "timeline.activity_key";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                IntakeField.of("occurred_at", Type.TIME).must(),
                choice("kind", "call", "email", "meeting", "note", "task").staged(),
                choice("direction", "in", "out"),
                choice(
                        "outcome",
                        "reached",
                        "not_reached",
                        "voicemail",
                        "call_back",
                        "wrong_number",
                        "planned",
                        "done",
                        "cancelled"),
                text("subject", 500).staged(),
                text("note", 10_000),
                link("contact", "contact"),
                link("company", "company"),
                link("lead", "lead"),
                link("deal", "deal"),
                link("person", "person"),
                IntakeField.of("duration_seconds", Type.WHOLE));
    }

    @Override
    public Map<String, String> derived() {
        return Map.of("kind", "coalesce(s.kind, 'call')", "subject", "coalesce(s.subject, '')");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of("duration_seconds", "s.duration_seconds not between 0 and 2000000000");
    }
}
