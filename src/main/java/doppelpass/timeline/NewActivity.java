package doppelpass.timeline;

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
