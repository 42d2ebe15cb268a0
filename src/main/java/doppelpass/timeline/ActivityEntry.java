package doppelpass.timeline;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.of;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Activities as programs log and change them; their kind and what they are about stay. */
@Component
class ActivityEntry implements Entry {
    private final Activities activities;
    private final ActivityEdits edits;
    private final Organisations organisations;
    private final Clock clock;

    ActivityEntry(Activities activities, ActivityEdits edits, Organisations organisations, Clock clock) {
        this.activities = activities;
        this.edits = edits;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String list() {
        return "activities";
    }

    @Override
    public List<EntryField> fields() {
        List<EntryField> fields = new ArrayList<>(List.of(
                choice("kind", "timeline.kind", codes(NewActivity.Kind.values()))
                        .must()
                        .atFirst(),
                choice("direction", "timeline.direction", codes(Direction.values())),
                choice("outcome", "timeline.outcome", codes(NewActivity.Outcome.values())),
                text("subject", "timeline.subject"),
                text("note", "timeline.note"),
                of("occurred", "timeline.when", Kind.MOMENT),
                of("minutes", "timeline.minutes", Kind.NUMBER)));
        for (Subject.Kind kind : Subject.Kind.values()) {
            fields.add(link(kind.code(), "audit.kind." + kind.code(), new Subject(kind, 0).list())
                    .atFirst());
        }
        return fields;
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        ZoneId zone = organisations.get().zone();
        return activities.log(form(sent, zone).toActivity(by.id(), clock.instant(), zone));
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        edits.change(id, activity -> with(activity, sent), by);
    }

    private NewActivity with(NewActivity activity, Map<String, String> sent) {
        NewActivity typed = activity;
        String occurred = sent.getOrDefault("occurred", "");
        if (sent.containsKey("direction")) typed = typed.turned(ActivityEdits.direction(sent.get("direction")));
        if (sent.containsKey("outcome")) typed = typed.ended(ActivityEdits.outcome(sent.get("outcome")));
        if (sent.containsKey("subject")) typed = typed.titled(sent.get("subject"));
        if (sent.containsKey("note")) typed = typed.noted(sent.get("note"));
        if (sent.containsKey("minutes")) typed = typed.lasting(Minutes.read(sent.get("minutes")));
        return occurred.isEmpty() ? typed : typed.at(edits.when(occurred));
    }

    @Override
    public void complete(long id) {
        activities.complete(id);
    }

    private static ActivityForm form(Map<String, String> sent, ZoneId zone) {
        List<Subject> about = new ArrayList<>();
        for (Subject.Kind kind : Subject.Kind.values()) {
            String link = sent.getOrDefault(kind.code(), "");
            if (!link.isEmpty()) about.add(new Subject(kind, Long.parseLong(link.substring(1))));
        }
        return new ActivityForm(
                Subject.codes(about),
                sent.get("kind"),
                sent.get("direction"),
                sent.get("outcome"),
                sent.get("subject"),
                sent.get("note"),
                when(sent.get("occurred"), zone),
                sent.get("minutes"),
                null,
                null);
    }

    private static @Nullable String when(@Nullable String moment, ZoneId zone) {
        return moment == null || moment.isEmpty()
                ? null
                : LocalDateTime.ofInstant(Instant.parse(moment), zone).toString();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
