package doppelpass.timeline;

import static doppelpass.database.IntakeField.choice;
import static doppelpass.database.IntakeField.link;
import static doppelpass.database.IntakeField.text;

import doppelpass.database.Intake;
import doppelpass.database.IntakeBatch;
import doppelpass.database.IntakeField;
import doppelpass.database.IntakeField.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls and other activities from files. */
@Component
class ActivityIntake implements Intake {
    private static final List<String> ABOUT = List.of("contact", "company", "lead", "deal");

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
    public String recorded() {
        return "created_at";
    }

    @Override
    public List<IntakeField> fields() {
        return List.of(
                IntakeField.of("occurred_at", Type.TIME).must(),
                choice("kind", "call", "email", "meeting", "note", "task")
                        .said("timeline.kind.")
                        .staged(),
                choice("direction", "in", "out").said("timeline.direction."),
                choice(
                                "outcome",
                                "reached",
                                "not_reached",
                                "voicemail",
                                "call_back",
                                "wrong_number",
                                "planned",
                                "done",
                                "cancelled")
                        .said("timeline.outcome."),
                text("subject", 500).staged(),
                text("note", 20_000),
                link("contact", "contact"),
                link("company", "company"),
                link("lead", "lead"),
                link("deal", "deal"),
                link("person", "person"),
                IntakeField.of("duration_seconds", Type.WHOLE).staged(),
                IntakeField.of("minutes", Type.WHOLE).staged());
    }

    @Override
    public Map<String, String> derived() {
        return Map.of(
                "kind", "coalesce(s.kind, 'call')",
                "subject", "coalesce(s.subject, '')",
                "duration_seconds", "coalesce(s.duration_seconds, s.minutes * 60)",
                "recorded_at", "coalesce(s.known_at, now())");
    }

    @Override
    public Map<String, String> contradictions() {
        return Map.of(
                "duration_seconds", "s.duration_seconds not between 0 and 2000000000",
                "minutes", "s.minutes not between 0 and 33333333");
    }

    @Override
    public Map<String, String> scratch() {
        return Map.of("known_at", "timestamptz");
    }

    /** Lists show the beginning of the note where there is no subject, and whole minutes. */
    @Override
    public void repeated(IntakeBatch batch) {
        batch.execute("""
                update {s} s set subject = null from timeline.activity t where t.id = s.record_id and s.own and t.subject = ''
                  and regexp_replace(s.subject, '\\s', '', 'g') = regexp_replace(left(t.note, 200), '\\s', '', 'g')""");
        batch.execute("""
                update {s} s set duration_seconds = t.duration_seconds from timeline.activity t
                where t.id = s.record_id and s.own and s.duration_seconds is null and s.minutes = t.duration_seconds / 60""");
    }

    /** A plan that was held is known to have happened from now on; an activity stays about somebody. */
    @Override
    public void prepare(IntakeBatch batch) {
        batch.execute("update {s} s set known_at = case when " + held(batch)
                + " then {now} else t.recorded_at end from timeline.activity t where t.id = s.record_id");
        batch.execute("update {s} s set "
                + ABOUT.stream().map(link -> link + "_id = t." + link + "_id").collect(Collectors.joining(", "))
                + " from timeline.activity t where t.id = s.record_id and s.own and coalesce("
                + ABOUT.stream()
                        .map(link -> (batch.mapped().contains(link) ? "s." : "t.") + link + "_id")
                        .collect(Collectors.joining(", "))
                + ") is null");
    }

    private static String held(IntakeBatch batch) {
        return batch.mapped().contains("outcome")
                ? "t.outcome in ('planned', 'cancelled') and coalesce(s.outcome, '') not in ('planned', 'cancelled')"
                : "false";
    }
}
