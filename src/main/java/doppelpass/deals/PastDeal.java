package doppelpass.deals;

import doppelpass.deals.DealTable.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal whose course is known already, told step by step under the rules that hold for today's deals. */
public final class PastDeal {
    final List<Happened> events = new ArrayList<>();
    private final @Nullable Long actor;
    private Deal deal;

    PastDeal(long id, DealDetails details, Stage stage, @Nullable Long actor, Instant at) {
        this.actor = actor;
        this.deal = new Deal(id, details, stage, at, at, null, null);
        tell("created", null, null, at);
    }

    public Deal deal() {
        return deal;
    }

    public void moveTo(Stage stage, Instant at) {
        deal = deal.moveTo(stage, at);
        tell("stage", null, null, at);
    }

    /** Another amount, a discount for example. */
    public void worth(DealDetails details, Instant at) {
        deal = deal.with(details);
        tell("amount", null, null, at);
    }

    public void win(Stage won, Instant at) {
        deal = deal.win(won, at);
        tell("won", null, null, at);
    }

    public void lose(Stage lost, LossReason reason, @Nullable String note, Instant at) {
        deal = deal.lose(reason, lost, at);
        tell("lost", reason.code(), note, at);
    }

    /** What was said beside the reason. */
    public @Nullable String lossNote() {
        return events.getLast().note();
    }

    Instant touchedAt() {
        return events.getLast().at();
    }

    private void tell(String what, @Nullable String reason, @Nullable String note, Instant at) {
        events.add(new Happened(deal.id(), what, deal.stage().id(), deal.amountMinor(), reason, note, actor, at, at));
    }
}
