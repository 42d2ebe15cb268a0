package doppelpass.lists;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.rules.Builders;
import doppelpass.web.Asked;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The dialog in which the conditions of a list are put together. */
@Controller
class FilterController {
    private final Lists lists;
    private final Builders builders;

    FilterController(Lists lists, Builders builders) {
        this.lists = lists;
        this.builders = builders;
    }

    @GetMapping("/lists/{list}/filter")
    ModelAndView show(@Me Person me, @PathVariable String list, @RequestParam Map<String, String> asked) {
        Address address = new Address(lists.list(list, me).listing(), new Asked(asked));
        Map<String, String> kept = new LinkedHashMap<>(address.kept());
        kept.remove("where");
        if (address.view() != null) kept.put("view", address.asked().text("view"));
        return new ModelAndView("lists/filter")
                .addObject("address", address)
                .addObject("kept", kept)
                .addObject("builder", builders.begun(address.listing().subject(), address.where()));
    }
}
