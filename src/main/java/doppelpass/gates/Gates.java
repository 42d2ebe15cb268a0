package doppelpass.gates;

import doppelpass.deals.Deal;
import doppelpass.deals.Deals;
import doppelpass.deals.Pipeline;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What gates ask, what is answered about deals, and who let one through. */
@Component
public class Gates {
    private static final int SHORTEST_REASON = 5;

    private final GateTable table;
    private final Deals deals;
    private final Pipelines pipelines;
    private final Clock clock;

    Gates(GateTable table, Deals deals, Pipelines pipelines, Clock clock) {
        this.table = table;
        this.deals = deals;
        this.pipelines = pipelines;
        this.clock = clock;
    }

    /** By stage; a stage without one is open to all. */
    public Map<Long, Rule> rules() {
        return table.rules();
    }

    /** No deal is moved by it; it is asked when the next one comes. */
    @Transactional
    public void ask(long stageId, Rule rule) {
        Stage stage = pipelines.stage(stageId);
        if (stage.kind() == Stage.Kind.LOST) throw Refusal.of("gates.error.lost");
        if (rule.none()) {
            table.remove(stageId);
            return;
        }
        Framework framework = rule.framework();
        int items = framework == null ? 0 : framework.items().size();
        if (rule.atLeast() < 0 || rule.atLeast() > items) throw Refusal.of("gates.error.atLeast", items);
        table.put(stageId, rule);
    }

    /** The usual gates of a framework in all stages of a pipeline; facts that are asked for stay. */
    @Transactional
    public void askUsual(long pipelineId, Framework framework) {
        Pipeline pipeline = pipelines.find(pipelineId);
        Map<Long, Rule> known = table.rules();
        List<Stage> open = pipeline.openStages();
        for (int i = 0; i < open.size(); i++) {
            Rule usual = framework.usual(i);
            Rule now = known.getOrDefault(open.get(i).id(), Rule.NONE);
            ask(open.get(i).id(), new Rule(usual.framework(), usual.atLeast(), usual.must(), now.facts()));
        }
    }

    public Map<String, Answer> answers(long deal) {
        return table.answers(deal);
    }

    /** The latest entries of the history that can show an answer. */
    public List<Evidence> evidence(long deal) {
        return table.evidence(deal);
    }

    List<Passage> passages(long deal, Map<Long, String> stages) {
        return table.passages(deal, stages);
    }

    /** A yes needs evidence: an entry about this deal, or words. */
    @Transactional
    public void answer(
            long deal, String item, Answer.Value value, @Nullable String note, @Nullable Long activity, Person by) {
        if (!Framework.knows(item)) throw Refusal.notFound();
        if (note != null && note.length() > Answer.LONGEST) throw Refusal.of("gates.error.note", Answer.LONGEST);
        if (activity != null && !table.about(deal, activity)) throw Refusal.of("gates.error.activity");
        if (value == Answer.Value.YES && note == null && activity == null) throw Refusal.of("gates.error.evidence");
        Answer answer = new Answer(item, value, note, activity, null, null, clock.instant());
        table.answer(deal, answer, by.id());
    }

    /** Lets a deal into a stage although its gate is not met, and moves it there; winning it stays a step of its own. */
    @Transactional
    public void pass(long dealId, long stageId, String reason, Person by) {
        Deal deal = deals.find(dealId).orElseThrow(Refusal::notFound);
        Stage stage = pipelines.stage(stageId);
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > Answer.LONGEST)
            throw Refusal.of("gates.error.reason", SHORTEST_REASON, Answer.LONGEST);
        if (stage.pipelineId() != deal.stage().pipelineId()) throw Refusal.of("deals.error.otherPipeline");
        if (stage.kind() == Stage.Kind.LOST) throw Refusal.of("gates.error.lost");
        if (!deal.open())
            throw Refusal.conflict("deals.error.closed." + deal.stage().kind().code());
        table.pass(dealId, stageId, reason.strip(), by.id(), clock.instant());
        if (stage.open()) deals.move(dealId, stageId, by.id(), clock.instant());
    }
}
