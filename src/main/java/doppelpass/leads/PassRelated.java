package doppelpass.leads;

import doppelpass.contacts.RelatedPanel;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the teams passed each other about a contact or company, and the way to pass something on. */
@Component
class PassRelated implements RelatedPanel {
    private static final int ORDER = 40;

    private final Passes passes;
    private final Clock clock;

    PassRelated(Passes passes, Clock clock) {
        this.passes = passes;
        this.clock = clock;
    }

    @Override
    public Optional<Related> of(Subject subject) {
        return switch (subject.kind()) {
            case CONTACT, COMPANY -> Optional.of(panel(subject));
            case LEAD, DEAL, CAMPAIGN -> Optional.empty();
        };
    }

    private Related panel(Subject subject) {
        return new Related(
                ORDER,
                "leads.related.passes",
                "leads.related.passes.none",
                passes.about(subject, clock.instant()).stream()
                        .map(PassRelated::row)
                        .toList(),
                new Start("/hand-overs/new", "about=" + subject.code(), "leads.ask"));
    }

    private static Row row(PassView view) {
        Handover pass = view.pass();
        String state = pass.outcome() == null
                ? "leads.history.waiting"
                : "leads.outcome." + pass.outcome().code();
        return new Row(
                "/hand-overs/" + view.id() + "?box=" + (pass.open() ? "in" : "decided"),
                pass.trigger(),
                state,
                null,
                null);
    }
}
