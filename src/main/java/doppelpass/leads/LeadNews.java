package doppelpass.leads;

import doppelpass.news.Headline;
import doppelpass.news.News;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens to a lead or a pass is news for whoever follows one of the records it is about. A decision on a pass
 * moves its lead in the same moment: that is told once, as the decision.
 */
@Component
class LeadNews {
    private final News news;
    private final HandoverTable passes;

    LeadNews(News news, HandoverTable passes) {
        this.news = news;
        this.passes = passes;
    }

    @EventListener
    void on(LeadStateChanged changed) {
        Subject lead = Subject.lead(changed.leadId());
        String state = "leads.state." + changed.to();
        news.tell(
                List.of(lead),
                new Headline(source(lead, changed.at()), "leads.news.state", state, null, changed.actorId()));
    }

    @EventListener
    void on(HandoverAccepted accepted) {
        decided(accepted.handoverId(), "leads.news.accepted", null, null, accepted.personId(), accepted.at());
    }

    @EventListener
    void on(HandoverReturned returned) {
        decided(
                returned.handoverId(),
                "leads.news.returned",
                returned.reason().key(),
                returned.note(),
                returned.personId(),
                returned.at());
    }

    private void decided(long pass, String text, @Nullable String word, @Nullable String said, long actor, Instant at) {
        Handover handover = passes.find(pass).orElseThrow();
        List<Subject> about = handover.about().subjects();
        news.tell(about, new Headline(source(handover.subject(), at), text, word, said, actor));
    }

    private static String source(Subject record, Instant at) {
        return record.code() + "-" + at.toEpochMilli();
    }
}
