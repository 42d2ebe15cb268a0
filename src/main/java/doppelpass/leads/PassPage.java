package doppelpass.leads;

import doppelpass.identity.Team;
import java.util.List;

/** Everything on the right side of the inbox: the pass, what speaks for it, its protocol, and what the reader may do. */
public record PassPage(
        PassView view,
        Qualification about,
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

    /** Only a lead offered to sales can come back; what came back is taken up. */
    public boolean returnable() {
        return decide && pass().kind() == Handover.Kind.MQL;
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
