package doppelpass.leads;

import org.jspecify.annotations.Nullable;

/** Who moved a lead and why; without an actor a rule did, under the definition named. */
record Because(
        @Nullable Long actorId,
        @Nullable Reason reason,
        @Nullable String note,
        @Nullable String definition) {
    static Because by(@Nullable Long actorId) {
        return new Because(actorId, null, null, null);
    }

    Because of(Reason why, @Nullable String text) {
        return new Because(actorId, why, text, definition);
    }

    Because under(@Nullable String term) {
        return new Because(actorId, reason, note, term);
    }
}
