package doppelpass.glossary;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A word both teams use, with the version in force and, if somebody wants another one, the proposal. */
public record Term(
        long id,
        String key,
        String owner,
        @Nullable String subject,
        Optional<Version> inForce,
        Optional<Version> proposal,
        int openDisputes) {

    /** What readers see: the version in force, else the first proposal. */
    public Version shown() {
        return inForce.or(() -> proposal).orElseThrow();
    }

    /** The teams whose signature the proposal, or an unsigned starting definition, still lacks. */
    public List<String> waitingFor() {
        return proposal.or(() -> inForce).map(Version::waitingFor).orElse(List.of());
    }
}
