package doppelpass.leads;

import doppelpass.glossary.Glossary;
import doppelpass.identity.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A pass returned because the definition is disputed opens a dispute in the glossary, with the lead as its example. */
@Component
class MqlDisputes {
    private final Glossary glossary;
    private final People people;

    MqlDisputes(Glossary glossary, People people) {
        this.glossary = glossary;
        this.people = people;
    }

    @EventListener
    void on(HandoverReturned returned) {
        String text = returned.note();
        if (returned.reason() == Reason.R10
                && text != null
                && glossary.find(AgreedMql.TERM).isPresent()) {
            glossary.dispute(
                    AgreedMql.TERM,
                    text,
                    "/leads/" + returned.leadId(),
                    people.find(returned.personId()).orElse(null));
        }
    }
}
