package doppelpass.leads;

import doppelpass.campaigns.CampaignChanged;
import doppelpass.glossary.Definition;
import doppelpass.glossary.Glossary;
import doppelpass.glossary.TermAgreed;
import doppelpass.rules.Rule;
import doppelpass.web.Refusal;
import doppelpass.work.Job;
import doppelpass.work.Progress;
import doppelpass.work.Queue;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A new definition of the MQL, or of a word it uses, judges all leads marketing works on: the rule as one SQL condition
 * finds those that now fulfil it, and each is offered once. What sales sent to rest is left until its day.
 */
@Component
class MqlRecheck implements Job {
    static final String KIND = "leads.recheck";
    private static final Logger LOG = LoggerFactory.getLogger(MqlRecheck.class);
    private static final int BATCH = 200;
    private static final int OPEN_JOBS = 100;

    private final Glossary glossary;
    private final QualifyingTable table;
    private final Qualifications qualifications;
    private final Queue queue;
    private final Clock clock;

    MqlRecheck(Glossary glossary, QualifyingTable table, Qualifications qualifications, Queue queue, Clock clock) {
        this.glossary = glossary;
        this.table = table;
        this.qualifications = qualifications;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @EventListener
    void on(TermAgreed agreed) {
        boolean matters = agreed.key().equals(AgreedMql.TERM)
                || definition().stream()
                        .flatMap(definition -> definition.rule().terms().stream())
                        .anyMatch(term -> term.endsWith(":" + agreed.key()));
        if (matters) queue.put(KIND, agreed.key() + " v" + agreed.number(), agreed.validFrom());
    }

    /** A campaign may have leads without number: they wait their turn in the background. */
    @EventListener
    void on(CampaignChanged changed) {
        if (definition()
                .filter(definition -> definition.rule().reaches().contains("campaign"))
                .isPresent()) queue.put(KIND, "campaign " + changed.id(), clock.instant());
    }

    /** The check that waits or runs, for the page of leads. */
    Optional<Progress> current() {
        return queue.open(OPEN_JOBS).stream()
                .filter(job -> job.kind().equals(KIND)
                        && !job.finished()
                        && !job.dueAt().isAfter(clock.instant()))
                .findFirst();
    }

    @Override
    public void run(Run run) {
        definition().ifPresent(definition -> check(definition.rule(), run));
    }

    private void check(Rule rule, Run run) {
        Instant now = clock.instant();
        long total = table.count(rule, now);
        long done = 0;
        long after = 0;
        List<Long> batch;
        do {
            batch = table.next(rule, after, BATCH, now);
            for (long lead : batch) offer(lead, now);
            done += batch.size();
            after = batch.isEmpty() ? after : batch.getLast();
            run.progress(done, Math.max(done, total));
        } while (batch.size() == BATCH && !run.cancelled());
    }

    /** Judged once more while held, so that nothing is offered twice or on yesterday's news. */
    private void offer(long lead, Instant now) {
        try {
            qualifications.review(lead, now);
        } catch (Refusal refusal) {
            LOG.warn("Lead {} fulfils the definition but was not offered: {}", lead, refusal.getMessage());
        }
    }

    private Optional<Definition> definition() {
        return glossary.definition(AgreedMql.TERM)
                .filter(definition -> definition.rule().subject().name().equals("lead"));
    }
}
