package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;

/** A record that probably is the one asked about: how likely (0 to 1) and why. */
public record Twin(Subject subject, String name, double chance, List<Match.Evidence> evidence) {
    /** The strongest first, for or against. */
    public List<Match.Evidence> reasons() {
        return Match.reasons(evidence);
    }
}
