package doppelpass.fields;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One field of a record: as it is read, as an input, and written. */
@Controller
class ValueController {
    private final Fields fields;
    private final ValueTable values;
    private final Rights rights;

    ValueController(Fields fields, ValueTable values, Rights rights) {
        this.fields = fields;
        this.values = values;
        this.rights = rights;
    }

    @GetMapping("/fields/of/{record}/{field}")
    ModelAndView show(@PathVariable String record, @PathVariable String field) {
        Subject subject = subject(record);
        return new ModelAndView("fields/row").addObject("record", subject).addObject("at", value(subject, field));
    }

    @GetMapping("/fields/of/{record}/{field}/edit")
    ModelAndView edit(@Me Person me, @PathVariable String record, @PathVariable String field) {
        Subject subject = subject(record);
        demandWriter(me, subject);
        FieldValue value = value(subject, field);
        return new ModelAndView("fields/row-input")
                .addObject("record", subject)
                .addObject("at", value)
                .addObject("typed", fields.typed(value));
    }

    /** {@code was} is what stood there when the input was opened: nobody writes over what they have not seen. */
    @PutMapping("/fields/of/{record}/{field}")
    ModelAndView write(
            @Me Person me,
            @PathVariable String record,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = subject(record);
        demandWriter(me, subject);
        FieldValue before = value(subject, field);
        String was = fields.typed(before);
        if (!was.equals(Objects.requireNonNullElse(sent.getFirst("was"), "")))
            throw Refusal.conflict("fields.error.changedMeanwhile", before.words());
        String typed = String.join(", ", sent.getOrDefault("value", List.of("")));
        fields.write(subject.kind().code(), subject.id(), Map.of(field, typed));
        FieldValue after = value(subject, field);
        String now = fields.typed(after);
        if (!fragment) return new ModelAndView("redirect:" + subject.url());
        return new ModelAndView("fields/row-again")
                .addObject("record", subject)
                .addObject("at", after)
                .addObject("typed", now)
                .addObject("before", was.equals(now) ? null : was);
    }

    /** Records to choose from while somebody types. */
    @GetMapping("/fields/records/{kind}")
    ModelAndView records(@PathVariable String kind, @RequestParam Map<String, String> typed) {
        Homes.demandTarget(kind);
        String words =
                typed.values().stream().filter(v -> !v.isBlank()).findFirst().orElse("");
        return new ModelAndView("fields/records").addObject("options", values.offered(kind, words));
    }

    private void demandWriter(Person me, Subject subject) {
        boolean may = rights.route("PUT", subject.url())
                .map(route -> route.allows(me.roles()))
                .orElse(false);
        if (!may) throw Refusal.forbidden("fields.error.readOnly");
    }

    private FieldValue value(Subject subject, String field) {
        return fields.show(subject.kind().code(), subject.id()).stream()
                .filter(value -> value.field().name().equals(field))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Subject subject(String record) {
        return Subject.parse(record)
                .filter(some -> some.size() == 1)
                .orElseThrow(Refusal::notFound)
                .getFirst();
    }
}
