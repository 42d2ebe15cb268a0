package doppelpass.deals;

import doppelpass.database.Seeing;
import doppelpass.deals.DealTable.Happened;
import doppelpass.fields.Fields;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every deal. {@code actor} is the person who acts, null for the system; {@code at} is the business time, which may lie
 * in the past but not in the future.
 */
@Component
public class Deals {
    private final DealTable table;
    private final Pipelines pipelines;
    private final Fields fields;
    private final List<Reckoning> reckonings;
    private final List<Gate> gates;
    private final Seeing seeing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deals(
            DealTable table,
            Pipelines pipelines,
            Fields fields,
            List<Reckoning> reckonings,
            List<Gate> gates,
            Seeing seeing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.pipelines = pipelines;
        this.fields = fields;
        this.reckonings = reckonings;
        this.gates = gates;
        this.seeing = seeing;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Deal> find(long id) {
        return table.find(id);
    }

    /** Opens a deal in a stage, or in the first one of the first pipeline; returns its id. */
    @Transactional
    public long open(DealDetails given, @Nullable Long stageId, @Nullable Long actor, Instant at) {
        DealDetails details = given.keeping(this::writes, given.valueless());
        Instant now = notInTheFuture(at);
        Stage stage = stageId == null ? pipelines.first() : pipelines.stage(stageId);
        if (!stage.open()) {
            throw Refusal.of("deals.error.opensOpen");
        }
        long id = table.insert(details, stage, at, now);
        if (!writes("source") || !seeing.sees("lead", "source")) seeing.everything(() -> table.comeAsLead(id));
        demandGates(whole(id), List.of(), stage);
        table.append(new Happened(id, "created", stage.id(), details.amountMinor(), null, null, actor, at, now));
        events.publishEvent(new DealOpened(id, details.leadId(), details.amountMinor(), at));
        return id;
    }

    /** Whether the amount follows from something else, so that nobody types it. */
    public boolean reckoned(long id) {
        return reckonings.stream().anyMatch(reckoning -> reckoning.reckons(id));
    }

    /** Writes down what is known now; the history keeps which fields differ. */
    @Transactional
    public void change(long id, DealDetails given, @Nullable Long actor, Instant at) {
        Deal before = lock(id);
        DealDetails details = given.keeping(this::writes, before.details());
        boolean otherMoney = before.amountMinor() != details.amountMinor()
                || !Objects.equals(before.details().costMinor(), details.costMinor());
        if (otherMoney && reckoned(id)) {
            throw Refusal.of("deals.error.reckoned");
        }
        write(before, details, null, actor, at);
    }

    /** Amount and cost as a {@link Reckoning} has them now; {@code why} is what changed, in signs every language reads. */
    @Transactional
    public void reckon(
            long id, long amountMinor, @Nullable Long costMinor, String why, @Nullable Long actor, Instant at) {
        Deal before = lock(id);
        seeing.everything(() -> write(before, before.details().reckoned(amountMinor, costMinor), why, actor, at));
    }

    private void write(Deal before, DealDetails details, @Nullable String why, @Nullable Long actor, Instant at) {
        Instant now = notInTheFuture(at);
        Deal after = before.with(details);
        if (before.stage().kind() == Stage.Kind.WON && after.amountMinor() <= 0) {
            throw Refusal.of("deals.error.winNeedsAmount");
        }
        Set<String> fields = before.details().changed(details);
        boolean otherAmount = before.amountMinor() != after.amountMinor();
        if (why != null) {
            fields.remove("cost");
            if (!otherAmount) fields.add("lines");
        }
        if (fields.isEmpty() && !otherAmount) {
            return;
        }
        table.update(after, now);
        if (!fields.isEmpty()) {
            append("changed", after, null, String.join(",", fields), actor, at);
        }
        if (otherAmount) {
            append("amount", after, null, why, actor, at);
            restateClosure(after, actor, now);
        }
        events.publishEvent(new DealChanged(before.id(), at));
    }

    @Transactional
    public void move(long id, long stageId, @Nullable Long actor, Instant at) {
        Instant now = notInTheFuture(at);
        Deal before = lock(id);
        Deal after = before.moveTo(pipelines.stage(stageId), at);
        if (after.stage().id() == before.stage().id()) {
            return;
        }
        fields.demand("deal", id, pipelines.reached(after.stage()));
        demandGates(before, pipelines.reached(before.stage()), after.stage());
        table.update(after, now);
        append("stage", after, null, null, actor, at);
        events.publishEvent(
                new DealStageChanged(id, before.stage().id(), after.stage().id(), actor, at));
    }

    @Transactional
    public void win(long id, @Nullable Long actor, Instant at) {
        win(id, null, actor, at);
    }

    /** {@code promised} is what the customer was told to expect: service reads it when it takes over. */
    @Transactional
    public void win(long id, @Nullable String promised, @Nullable Long actor, Instant at) {
        Instant now = notInTheFuture(at);
        Deal before = lock(id);
        Deal won = before.win(pipelines.closing(before.stage(), Stage.Kind.WON), at);
        fields.demand("deal", id, pipelines.reached(won.stage()));
        demandGates(before, pipelines.reached(before.stage()), won.stage());
        table.update(won, now);
        append("won", won, null, null, actor, at);
        DealDetails known = won.details();
        events.publishEvent(
                new DealWon(id, known.leadId(), known.companyId(), known.amountMinor(), promised, actor, at));
    }

    /** Closes the deal without an order; {@code note} may name the competitor or tell more. */
    @Transactional
    public void lose(long id, LossReason reason, @Nullable String note, @Nullable Long actor, Instant at) {
        Instant now = notInTheFuture(at);
        Deal before = lock(id);
        Deal lost = before.lose(reason, pipelines.closing(before.stage(), Stage.Kind.LOST), at);
        table.update(lost, now);
        append("lost", lost, reason.code(), note, actor, at);
        events.publishEvent(new DealLost(id, lost.details().leadId(), reason, note, actor, at));
    }

    /** Takes a win or loss back; reports of what was known until now keep it. */
    @Transactional
    public void reopen(long id, @Nullable Long actor, Instant at) {
        Instant now = notInTheFuture(at);
        Deal before = lock(id);
        Stage back = table.lastOpenStage(id)
                .map(pipelines::stage)
                .filter(stage -> stage.pipelineId() == before.stage().pipelineId())
                .orElseGet(() -> pipelines.firstOpen(before.stage().pipelineId()));
        Deal open = before.reopen(back, at);
        table.update(open, now);
        table.replaceClosure(id, now);
        append("reopened", open, null, null, actor, at);
        events.publishEvent(new DealReopened(id, open.details().leadId(), actor, at));
    }

    private void demandGates(Deal deal, List<Long> behind, Stage to) {
        List<Long> reached = pipelines.reached(to);
        List<Stage> entering = pipelines.find(to.pipelineId()).stages().stream()
                .filter(stage -> reached.contains(stage.id()) && !behind.contains(stage.id()))
                .toList();
        gates.forEach(gate -> gate.demand(deal, entering));
    }

    /** Another amount of a closed deal replaces its closure by one of the same day with the right amount. */
    private void restateClosure(Deal deal, @Nullable Long actor, Instant now) {
        Instant closedAt = deal.closedAt();
        if (closedAt == null) {
            return;
        }
        String note = table.closureNote(deal.id());
        table.replaceClosure(deal.id(), now);
        append(deal.stage().kind().code(), deal, deal.lossReason(), note, actor, closedAt);
    }

    private void append(
            String kind, Deal deal, @Nullable String reason, @Nullable String note, @Nullable Long actor, Instant at) {
        long stage = deal.stage().id();
        table.append(
                new Happened(deal.id(), kind, stage, deal.amountMinor(), reason, note, actor, at, clock.instant()));
    }

    /** What whoever asks does not see is not there; of what they see nothing is missing from what follows from it. */
    private Deal lock(long id) {
        if (table.lock(id).isEmpty()) throw Refusal.notFound();
        return whole(id);
    }

    private Deal whole(long id) {
        return seeing.everything(() -> table.find(id)).orElseThrow(Refusal::notFound);
    }

    private boolean writes(String field) {
        return seeing.writes("deal", field);
    }

    private Instant notInTheFuture(Instant at) {
        Instant now = clock.instant();
        if (at.isAfter(now)) {
            throw Refusal.of("deals.error.future");
        }
        return now;
    }
}
