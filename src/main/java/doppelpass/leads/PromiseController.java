package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mutual service level: everybody reads it, leadership changes it. */
@Controller
class PromiseController {
    private final Promises promises;
    private final Clock clock;

    PromiseController(Promises promises, Clock clock) {
        this.promises = promises;
        this.clock = clock;
    }

    @GetMapping("/promises")
    ModelAndView index(@Me Person me) {
        return new ModelAndView("leads/promises")
                .addObject("promises", promises.inForce())
                .addObject("editable", me.function() == TeamFunction.LEADERSHIP);
    }

    @PutMapping("/promises/{code}/{who}")
    String change(
            @Me Person me,
            @PathVariable Promise.Code code,
            @PathVariable String who,
            @RequestParam String amount,
            @RequestParam String unit) {
        promises.change(code, who.equals("raised"), amount(amount), unit(unit), me.id(), clock.instant());
        return "redirect:/promises";
    }

    private static int amount(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
            throw Refusal.of("leads.error.amount");
        }
        return Integer.parseInt(text);
    }

    private static Promise.Unit unit(String name) {
        return Arrays.stream(Promise.Unit.values())
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of("leads.error.amount"));
    }
}
