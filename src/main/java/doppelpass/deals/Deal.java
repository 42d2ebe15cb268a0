package doppelpass.deals;

import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A qualified, concrete purchase project. Its rules take what is known and a time, and return the deal as it is then. */
public record Deal(
        long id,
        DealDetails details,
        Stage stage,
        Instant createdAt,
        Instant stageSince,
        @Nullable Instant closedAt,
        @Nullable String lossReason) {

    public boolean open() {
        return stage.open();
    }

    public long amountMinor() {
        return details.amountMinor();
    }

    /** The deal and whom it is about, as addresses name them. */
    public String subjects() {
        return Subject.codes(about().subjects());
    }

    About about() {
        return new About(details.contactId(), details.companyId(), details.leadId(), id, null);
    }

    /** Another open stage of the same pipeline; winning and losing are decisions of their own. */
    Deal moveTo(Stage next, Instant at) {
        demandOpen();
        if (next.pipelineId() != stage.pipelineId()) {
            throw Refusal.of("deals.error.otherPipeline");
        }
        if (!next.open()) {
            throw Refusal.of("deals.error.closureNotMove");
        }
        return next.id() == stage.id() ? this : new Deal(id, details, next, createdAt, at, null, null);
    }

    /** Won means the customer has committed to pay something: an amount is needed. */
    Deal win(Stage won, Instant at) {
        demandOpen();
        if (amountMinor() <= 0) {
            throw Refusal.of("deals.error.winNeedsAmount");
        }
        return new Deal(id, details, won, createdAt, at, at, null);
    }

    Deal lose(LossReason reason, Stage lost, Instant at) {
        demandOpen();
        return new Deal(id, details, lost, createdAt, at, at, reason.code());
    }

    Deal reopen(Stage back, Instant at) {
        if (open()) {
            throw Refusal.conflict("deals.error.alreadyOpen");
        }
        return new Deal(id, details, back, createdAt, at, null, null);
    }

    Deal with(DealDetails changed) {
        return new Deal(id, changed, stage, createdAt, stageSince, closedAt, lossReason);
    }

    private void demandOpen() {
        if (!open()) {
            throw Refusal.conflict("deals.error.closed." + stage.kind().code());
        }
    }
}
