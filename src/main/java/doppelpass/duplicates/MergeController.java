package doppelpass.duplicates;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Merging and its way back. */
@Controller
class MergeController {
    private static final String CHOICE = "part-";

    private final Merges merges;

    MergeController(Merges merges) {
        this.merges = merges;
    }

    /** {@code stays} is the record that keeps its number; {@code part-…} the record whose value of a part is kept. */
    @PostMapping("/merges")
    String merge(@Me Person me, @RequestParam Map<String, String> form) {
        List<Subject> records = DuplicateController.subjects(form.getOrDefault("records", ""));
        Subject stays = records.stream()
                .filter(r -> r.code().equals(form.getOrDefault("stays", "")))
                .findFirst()
                .orElseThrow(() -> Refusal.of("duplicates.error.choice"));
        if (records.stream().anyMatch(r -> r.kind() != stays.kind())) throw Refusal.of("duplicates.error.choice");
        List<Long> losers =
                records.stream().map(Subject::id).filter(id -> id != stays.id()).toList();
        return "redirect:/duplicates?merged=" + merges.merge(stays, losers, choices(form), me);
    }

    private static Map<String, Long> choices(Map<String, String> form) {
        Map<String, Long> choices = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(CHOICE) && value.matches("\\d{1,18}"))
                choices.put(name.substring(CHOICE.length()), Long.valueOf(value));
        });
        return choices;
    }

    @DeleteMapping("/merges/{id}")
    String undo(@Me Person me, @PathVariable long id) {
        return "redirect:" + merges.undo(id, me).url();
    }
}
