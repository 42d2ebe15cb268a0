package doppelpass.gates.views;

import doppelpass.deals.Stage;
import doppelpass.gates.Answer;
import doppelpass.gates.Evidence;
import doppelpass.gates.Framework;
import doppelpass.gates.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** The checklists of a deal: the answers by item, the gates ahead, who was let through, what can be evidence. */
public record Checklist(
        long deal,
        List<Framework> frameworks,
        Map<String, Answer> answers,
        List<Ahead> ahead,
        List<Passage> passages,
        List<Evidence> evidence,
        boolean writes,
        boolean passes) {

    /** A stage the deal has not reached, and what its gate misses. */
    public record Ahead(Stage stage, List<MessageSourceResolvable> missing) {}

    public boolean empty() {
        return frameworks.isEmpty() && ahead.isEmpty() && passages.isEmpty();
    }

    public @Nullable Answer answer(String item) {
        return answers.get(item);
    }

    public String value(String item) {
        Answer answer = answers.get(item);
        return answer == null ? "unknown" : answer.value().code();
    }

    /** The stages leadership can let it into now: those that are not met. */
    public List<Ahead> closed() {
        return ahead.stream().filter(gate -> !gate.missing().isEmpty()).toList();
    }

    public long yes(Framework framework) {
        return framework.items().stream()
                .filter(item -> value(item).equals("yes"))
                .count();
    }
}
