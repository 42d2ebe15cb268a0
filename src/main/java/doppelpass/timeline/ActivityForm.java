package doppelpass.timeline;

import doppelpass.core.NamedDay;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log forms send; {@code about} names the subjects, the page of the first is where one returns to. */
record ActivityForm(
        @Nullable String about,
        @Nullable String kind,
        @Nullable String direction,
        @Nullable String outcome,
        @Nullable String subject,
        @Nullable String note,
        @Nullable String when,
        @Nullable String minutes,
        @Nullable String followUp,
        @Nullable String followUpOn) {
    private static final Set<String> FOLLOWED = Set.of("call", "meeting", "email");

    List<Subject> subjects() {
        return Subject.parse(text(about)).orElseThrow(() -> Refusal.of("timeline.error.about"));
    }

    NewActivity toActivity(long personId, Instant now, ZoneId zone) {
        NewActivity.Kind known = one(NewActivity.Kind.class, kind).orElseThrow(() -> Refusal.of("timeline.error.kind"));
        Instant at = at(now, zone);
        NewActivity.Outcome unsaid =
                known != NewActivity.Kind.NOTE && at.isAfter(now) ? NewActivity.Outcome.PLANNED : usual(known);
        NewActivity activity = new NewActivity(
                known,
                known == NewActivity.Kind.NOTE
                        ? null
                        : one(Direction.class, direction).orElse(Direction.OUT),
                one(NewActivity.Outcome.class, outcome).orElse(unsaid),
                text(subject),
                text(note).isEmpty() ? null : text(note),
                About.of(subjects()),
                personId,
                at,
                Minutes.read(minutes),
                Origin.NONE);
        activity.demandTexts();
        return activity;
    }

    /** The task that shall follow, if a day or words are given; without words it is named after what is done again. */
    Optional<FollowUpAsked> following(Person by, LocalDate today) {
        if (text(followUpOn).isEmpty() && text(followUp).isEmpty()) return Optional.empty();
        LocalDate on = NamedDay.of(text(followUpOn).isEmpty() ? "today" : text(followUpOn), today)
                .orElseThrow(() -> Refusal.of("timeline.error.followUpOn"));
        String usual = Messages.text(
                Locale.forLanguageTag(by.language()),
                "timeline.followUp." + (FOLLOWED.contains(text(kind)) ? text(kind) : "call"));
        String title = text(followUp).isEmpty() ? usual : text(followUp);
        if (title.length() > 300) throw Refusal.of("timeline.error.long");
        return Optional.of(new FollowUpAsked(subjects().getFirst(), title, on, by.id()));
    }

    private static NewActivity.@Nullable Outcome usual(NewActivity.Kind kind) {
        return switch (kind) {
            case NOTE -> null;
            case MEETING -> NewActivity.Outcome.REACHED;
            case CALL, EMAIL, TASK -> NewActivity.Outcome.DONE;
        };
    }

    private Instant at(Instant now, ZoneId zone) {
        try {
            return text(when).isEmpty()
                    ? now
                    : LocalDateTime.parse(text(when)).atZone(zone).toInstant();
        } catch (DateTimeException nonsense) {
            throw Refusal.of("timeline.error.when");
        }
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, @Nullable String code) {
        try {
            return code == null ? Optional.empty() : Optional.of(Enum.valueOf(type, code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
