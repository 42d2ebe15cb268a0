package doppelpass.timeline;

import org.jspecify.annotations.Nullable;

/** Who logged an entry, and in which team; nobody where it came in by itself or from a file. */
public record Author(@Nullable Long personId, @Nullable Long teamId) {

    /** Takes back: who logged it, the lead of their team (any lead where nobody of ours did), an administrator. */
    public boolean lets(long reader, @Nullable Long leadOf, boolean administrator) {
        boolean own = personId != null && personId == reader;
        boolean lead = leadOf != null && (personId == null || leadOf.equals(teamId));
        return own || lead || administrator;
    }
}
