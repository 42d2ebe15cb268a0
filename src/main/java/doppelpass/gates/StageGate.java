package doppelpass.gates;

import doppelpass.deals.Deal;
import doppelpass.deals.Gate;
import doppelpass.deals.Stage;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Stands before every stage a deal enters or skips; leadership may have let the deal through. */
@Component
class StageGate implements Gate {
    private final GateTable table;

    StageGate(GateTable table) {
        this.table = table;
    }

    @Override
    public void demand(Deal deal, List<Stage> entering) {
        if (entering.isEmpty()) return;
        Map<Long, Rule> rules = table.rules();
        if (entering.stream().noneMatch(stage -> rules.containsKey(stage.id()))) return;
        Map<String, Answer> answers = table.answers(deal.id());
        Set<Long> passed = table.passed(deal.id());
        for (Stage stage : entering) {
            List<MessageSourceResolvable> missing =
                    rules.getOrDefault(stage.id(), Rule.NONE).missing(deal, answers);
            if (!missing.isEmpty() && !passed.contains(stage.id()))
                throw Refusal.of("gates.error.missing", stage.name(), missing)
                        .remediedAt("/deals/" + deal.id() + "#checklist");
        }
    }
}
