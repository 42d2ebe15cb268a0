package doppelpass.leads;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The definition to start with until both teams have signed their own: fits and shows enough interest, or asked for
 * contact and is not excluded; the mandatory data are there; there is a lawful way to make contact.
 */
@Component
class StartingMql implements MqlRule {
    static final int THRESHOLD = 50;

    @Override
    public Verdict judge(Lead lead, Whom whom, Interest interest, Instant now) {
        boolean raised = lead.handRaise() != null;
        boolean fits = whom.fit().equals("A")
                || whom.fit().equals("B")
                || raised && !whom.fit().equals("D");
        boolean wants = raised || interest.score() >= THRESHOLD;
        Clause wish = raised
                ? new Clause(Text.of("leads.handRaise." + lead.handRaise()), Text.of("leads.may.yes"), true)
                : new Clause(
                        Text.of("leads.why.intent", interest.score()),
                        Text.of("leads.why.intent.of", THRESHOLD),
                        wants);
        List<Clause> clauses = List.of(
                wish,
                new Clause(
                        Text.of("leads.why.fit", whom.fit()),
                        Text.of(fits ? "leads.may.yes" : "leads.why.fit.no"),
                        fits),
                new Clause(
                        Text.of("leads.why.complete"),
                        Text.of(whom.missing().isEmpty() ? "leads.why.complete.yes" : "leads.may.no"),
                        whom.missing().isEmpty()),
                new Clause(
                        Text.of("leads.why.contactable"),
                        Text.of(whom.contactable() ? "leads.may.yes" : "leads.may.no"),
                        whom.contactable()));
        return new Verdict(clauses.stream().allMatch(Clause::met), "mql v0", clauses);
    }

    @Override
    public boolean reaches(String subject) {
        return false;
    }
}
