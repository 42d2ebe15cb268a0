package doppelpass.fields;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which fields each kind of record has: made, changed, ordered, archived. */
@Controller
class FieldController {
    private final Definitions definitions;
    private final Indexes indexes;
    private final List<Stages> stages;

    FieldController(Definitions definitions, Indexes indexes, List<Stages> stages) {
        this.definitions = definitions;
        this.indexes = indexes;
        this.stages = stages;
    }

    @GetMapping("/fields")
    ModelAndView index(@RequestParam(defaultValue = "contact") String kind) {
        Homes.demandKind(kind);
        List<CustomField> fields = definitions.of(kind);
        return new ModelAndView("fields/index")
                .addObject("kind", kind)
                .addObject("kinds", Homes.kinds())
                .addObject("fields", fields)
                .addObject("states", indexes.states(fields))
                .addObject("stages", stages(kind));
    }

    @GetMapping("/fields/new")
    ModelAndView ask(@ModelAttribute FieldForm form) {
        Homes.demandKind(String.valueOf(form.kind()));
        return form(null, form, "");
    }

    @PostMapping("/fields")
    ModelAndView add(@Me Person me, @ModelAttribute FieldForm form) {
        form.demandType();
        try {
            return new ModelAndView(
                    "redirect:/fields?kind=" + definitions.add(form).kind());
        } catch (Refusal refusal) {
            return again(me, null, form, refusal);
        }
    }

    /** With a form in the address as it stands there, so that another type shows what it needs. */
    @GetMapping("/fields/{id}/edit")
    ModelAndView edit(
            @PathVariable long id, @RequestParam(defaultValue = "") String type, @ModelAttribute FieldForm form) {
        CustomField field = definitions.get(id);
        return form(field, type.isEmpty() ? FieldForm.of(field) : form, "");
    }

    @PutMapping("/fields/{id}")
    ModelAndView change(@Me Person me, @PathVariable long id, @ModelAttribute FieldForm form) {
        form.demandType();
        try {
            return new ModelAndView(
                    "redirect:/fields?kind=" + definitions.change(id, form).kind());
        } catch (Refusal refusal) {
            return again(me, definitions.get(id), form, refusal);
        }
    }

    /** What a form about a record will show. */
    @PostMapping("/fields/preview")
    ModelAndView preview(@Me Person me, @ModelAttribute FieldForm form) {
        ModelAndView view = new ModelAndView("fields/preview").addObject("text", "");
        try {
            return view.addObject("field", form.field(null, "preview", ValueType.TEXT));
        } catch (Refusal refusal) {
            return view.addObject("text", refusal.text(Locale.forLanguageTag(me.language())));
        }
    }

    @PutMapping("/fields/{id}/place")
    String shift(@PathVariable long id, @RequestParam String towards) {
        definitions.shift(id, towards.equals("start"));
        return "redirect:/fields?kind=" + definitions.get(id).kind();
    }

    @PutMapping("/fields/{id}/archiving")
    String archive(@PathVariable long id) {
        definitions.archive(id);
        return "redirect:/fields?kind=" + definitions.get(id).kind();
    }

    @DeleteMapping("/fields/{id}/archiving")
    String restore(@PathVariable long id) {
        definitions.restore(id);
        return "redirect:/fields?kind=" + definitions.get(id).kind();
    }

    private ModelAndView again(Person me, @Nullable CustomField field, FieldForm form, Refusal refusal) {
        ModelAndView page = form(field, form, refusal.text(Locale.forLanguageTag(me.language())));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(@Nullable CustomField field, FieldForm form, String problem) {
        String kind = field == null ? String.valueOf(form.kind()) : field.kind();
        return new ModelAndView("fields/form")
                .addObject("id", field == null ? null : field.id())
                .addObject("name", field == null ? "" : kind + "." + field.name())
                .addObject("kind", kind)
                .addObject("form", form)
                .addObject("problem", problem)
                .addObject(
                        "types",
                        Arrays.stream(ValueType.values()).map(ValueType::code).toList())
                .addObject("targets", Homes.targets())
                .addObject("stages", stages(kind));
    }

    private List<Choice> stages(String kind) {
        return stages.stream()
                .filter(known -> known.kind().equals(kind))
                .flatMap(known -> known.stages().stream())
                .toList();
    }
}
