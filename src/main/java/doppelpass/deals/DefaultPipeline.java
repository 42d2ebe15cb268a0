package doppelpass.deals;

import doppelpass.identity.Organisation;
import doppelpass.identity.OrganisationFounded;
import doppelpass.web.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new organisation starts with one usual pipeline in its language; the probabilities are a start to correct. */
@Component
class DefaultPipeline {
    private final PipelineTable table;

    DefaultPipeline(PipelineTable table) {
        this.table = table;
    }

    @EventListener
    void on(OrganisationFounded event) {
        Organisation organisation = event.organisation();
        long id = table.insertPipeline(word(organisation, "pipeline"));
        table.insertStage(id, word(organisation, "qualification"), Stage.Kind.OPEN, 10);
        table.insertStage(id, word(organisation, "analysis"), Stage.Kind.OPEN, 25);
        table.insertStage(id, word(organisation, "offer"), Stage.Kind.OPEN, 50);
        table.insertStage(id, word(organisation, "negotiation"), Stage.Kind.OPEN, 75);
        table.insertStage(id, word(organisation, "won"), Stage.Kind.WON, 100);
        table.insertStage(id, word(organisation, "lost"), Stage.Kind.LOST, 0);
    }

    private static String word(Organisation organisation, String key) {
        return Messages.text(organisation.locale(), "deals.default." + key);
    }
}
