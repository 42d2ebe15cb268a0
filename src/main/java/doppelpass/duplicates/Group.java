package doppelpass.duplicates;

import doppelpass.timeline.Subject;
import java.util.List;

/** Records that look like one; chance and evidence are those of its likeliest pair. */
public record Group(Subject.Kind kind, List<Member> members, double chance, List<Match.Evidence> evidence) {

    public record Member(Subject subject, String name) {}

    /** As it is written in addresses: {@code contact-5,contact-9}. */
    public String codes() {
        return Subject.codes(members.stream().map(Member::subject).toList());
    }

    /** The strongest first, for or against. */
    public List<Match.Evidence> reasons() {
        return Match.reasons(evidence);
    }
}
