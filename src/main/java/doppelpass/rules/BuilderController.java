package doppelpass.rules;

import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers each change in a builder with the builder as it then is; it keeps nothing. */
@Controller
class BuilderController {
    private final Rules rules;
    private final Builders builders;

    BuilderController(Rules rules, Builders builders) {
        this.rules = rules;
        this.builders = builders;
    }

    /**
     * The builder as its inputs say, or as its text says after that was edited.
     *
     * @param name of the input that carries the text; the builder's own inputs begin with it
     */
    @GetMapping("/rules/builder")
    ModelAndView show(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String from,
            @RequestParam MultiValueMap<String, String> inputs,
            HttpServletResponse response) {
        if (!name.matches("[a-z][a-zA-Z0-9_]{0,40}")) throw Refusal.of("rules.build.unknown", name);
        if (subject.isEmpty()) return new ModelAndView("rules/nothing");
        Subjects subjects = rules.subjects();
        if (subjects.find(subject).isEmpty()) throw Refusal.of("rules.build.unknown", subject);
        String text = inputs.getFirst("b." + name + ".text");
        Builder builder = from.equals("text") && text != null
                ? builders.of(subject, text, term)
                : builders.of(subject, new BuilderForm(inputs, subjects), term);
        response.setHeader("HX-Trigger-After-Settle", "rule-built");
        return new ModelAndView("rules/builder").addObject("builder", builder).addObject("name", name);
    }
}
