package doppelpass.deals;

import doppelpass.news.Headline;
import doppelpass.news.News;
import doppelpass.timeline.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to a deal is news for whoever follows it or its lead. */
@Component
class DealNews {
    private final News news;
    private final Pipelines pipelines;

    DealNews(News news, Pipelines pipelines) {
        this.news = news;
        this.pipelines = pipelines;
    }

    @EventListener
    void on(DealStageChanged moved) {
        String stage = pipelines.stage(moved.toStageId()).name();
        tell(moved.dealId(), null, "deals.news.stage", stage, null, moved.actorId(), moved.at());
    }

    @EventListener
    void on(DealWon won) {
        tell(won.dealId(), won.leadId(), "deals.news.won", null, null, won.actorId(), won.at());
    }

    @EventListener
    void on(DealLost lost) {
        String reason = "deals.loss." + lost.reason().code();
        tell(lost.dealId(), lost.leadId(), "deals.news.lost", reason, lost.note(), lost.actorId(), lost.at());
    }

    @EventListener
    void on(DealReopened back) {
        tell(back.dealId(), back.leadId(), "deals.news.reopened", null, null, back.actorId(), back.at());
    }

    private void tell(
            long deal,
            @Nullable Long lead,
            String text,
            @Nullable String word,
            @Nullable String said,
            @Nullable Long actor,
            Instant at) {
        List<Subject> about =
                lead == null ? List.of(Subject.deal(deal)) : List.of(Subject.deal(deal), Subject.lead(lead));
        news.tell(about, new Headline("deal-" + deal + "-" + at.toEpochMilli(), text, word, said, actor));
    }
}
