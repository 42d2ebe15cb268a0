package doppelpass.leads;

import doppelpass.timeline.About;
import org.jspecify.annotations.Nullable;

/**
 * What one team asks of another beside the passes of leads: {@code title} in one line, {@code message} what the others
 * need to know; without a team the first of the receiving function gets it.
 */
public record TeamPass(
        Handover.Kind kind,
        About about,
        String title,
        String message,
        @Nullable Long toTeamId) {}
