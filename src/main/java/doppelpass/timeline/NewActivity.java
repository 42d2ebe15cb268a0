package doppelpass.timeline;

import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something one of us did or noted: a call, a mail, a meeting, a note, a task. */
public record NewActivity(
        Kind kind,
        @Nullable Direction direction,
        @Nullable Outcome outcome,
        String subject,
        @Nullable String note,
        About about,
        @Nullable Long personId,
        Instant occurredAt,
        @Nullable Duration duration,
        Origin origin) {
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_NOTE = 20_000;

    /** Clocks of devices differ a little; beyond that only plans lie in the future. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** The codes are the ones stored in the database. */
    public enum Kind {
        CALL,
        EMAIL,
        MEETING,
        NOTE,
        TASK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended; planned means that it has not happened. */
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        /** A message was left; nobody has answered. */
        VOICEMAIL,
        /** Somebody answered and asked for another call. */
        CALL_BACK,
        WRONG_NUMBER,
        PLANNED,
        DONE,
        /** Was planned and fell through. */
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public NewActivity {
        if (about.subjects().isEmpty()) {
            throw new IllegalArgumentException("An activity is about somebody");
        }
    }

    /** A call by us, as one logs it right after hanging up. */
    public static NewActivity call(About about, long personId, Outcome outcome, Instant at) {
        return new NewActivity(Kind.CALL, Direction.OUT, outcome, "", null, about, personId, at, null, Origin.NONE);
    }

    NewActivity about(About whom) {
        return new NewActivity(kind, direction, outcome, subject, note, whom, personId, occurredAt, duration, origin);
    }

    NewActivity turned(@Nullable Direction way) {
        return new NewActivity(kind, way, outcome, subject, note, about, personId, occurredAt, duration, origin);
    }

    NewActivity ended(@Nullable Outcome end) {
        return new NewActivity(kind, direction, end, subject, note, about, personId, occurredAt, duration, origin);
    }

    NewActivity titled(String title) {
        return new NewActivity(
                kind, direction, outcome, title.strip(), note, about, personId, occurredAt, duration, origin);
    }

    NewActivity noted(String text) {
        String kept = text.strip().replace("\r\n", "\n");
        return new NewActivity(
                kind,
                direction,
                outcome,
                subject,
                kept.isEmpty() ? null : kept,
                about,
                personId,
                occurredAt,
                duration,
                origin);
    }

    NewActivity by(long person) {
        return new NewActivity(kind, direction, outcome, subject, note, about, person, occurredAt, duration, origin);
    }

    NewActivity at(Instant when) {
        return new NewActivity(kind, direction, outcome, subject, note, about, personId, when, duration, origin);
    }

    NewActivity lasting(@Nullable Duration length) {
        return new NewActivity(kind, direction, outcome, subject, note, about, personId, occurredAt, length, origin);
    }

    /** Refuses texts that are too long, and a note that says nothing. */
    void demandTexts() {
        if (subject.length() > LONGEST_SUBJECT || note != null && note.length() > LONGEST_NOTE)
            throw Refusal.of("timeline.error.long");
        if (kind == Kind.NOTE && subject.isEmpty() && note == null) throw Refusal.of("timeline.error.emptyNote");
    }

    boolean aheadOf(Instant now) {
        return occurredAt.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** A plan, or one that fell through, is nothing that happened. */
    public boolean happened() {
        return outcome != Outcome.PLANNED && outcome != Outcome.CANCELLED;
    }

    /** A person of ours tried to reach them: what stops the clock of the first response. */
    public boolean personalAttempt() {
        return personId != null
                && direction == Direction.OUT
                && happened()
                && (kind == Kind.CALL || kind == Kind.EMAIL || kind == Kind.MEETING);
    }

    /** They and we spoke with each other. */
    public boolean twoWay() {
        return outcome == Outcome.REACHED;
    }
}
