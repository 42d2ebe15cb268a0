package doppelpass.leads;

import doppelpass.identity.Team;
import doppelpass.timeline.History;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything on the right side of the inbox: the pass, what speaks for it, its protocol, and what the reader may do. */
public record PassPage(
        PassView view,
        @Nullable Qualification about,
        @Nullable Whom whom,
        Map<Subject, String> subjects,
        History history,
        List<Line> protocol,
        List<Team> otherTeams,
        boolean decide,
        boolean answer,
        boolean respond,
        Promise responsePromise) {

    /** A line of the protocol with the name of who wrote it; nobody for the clock. */
    public record Line(ProtocolRow row, String who) {}

    public Handover pass() {
        return view.pass();
    }

    /** What came back itself is taken up; everything else may be returned with a reason. */
    public boolean returnable() {
        return decide && pass().kind() != Handover.Kind.RECYCLE;
    }

    /** A lead on its way to sales, which starts a second clock and may go to another sales team. */
    public boolean offersLead() {
        return decide && pass().kind() == Handover.Kind.MQL;
    }

    public List<Reason> reasons() {
        return Reason.of(pass().kind() == Handover.Kind.MQL ? Reason.Kind.RETURN : Reason.Kind.TEAM);
    }

    public String question() {
        return protocol.stream()
                .map(Line::row)
                .filter(row -> row.kind().equals("query"))
                .reduce((first, last) -> last)
                .map(ProtocolRow::note)
                .orElse("");
    }
}
