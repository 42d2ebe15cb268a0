package doppelpass.reach;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The table of who sees how much. */
@Controller
class ReachController {
    private final Reaches reaches;

    ReachController(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping("/reach")
    ModelAndView index() {
        return new ModelAndView("reach/index")
                .addObject("reaches", reaches)
                .addObject("functions", Reaches.FUNCTIONS)
                .addObject("kinds", reaches.kinds());
    }

    @PutMapping("/reach")
    ModelAndView set(@Me Person me, @RequestParam Map<String, String> asked) {
        Map<TeamFunction, Map<String, Extent>> extents = new EnumMap<>(TeamFunction.class);
        for (TeamFunction function : Reaches.FUNCTIONS) {
            for (String kind : reaches.kinds()) {
                String code = asked.get(function.code() + "." + kind);
                if (code != null) {
                    extents.computeIfAbsent(function, some -> new HashMap<>()).put(kind, extent(code));
                }
            }
        }
        reaches.set(extents, me);
        return new ModelAndView("redirect:/reach");
    }

    private static Extent extent(@Nullable String code) {
        return Arrays.stream(Extent.values())
                .filter(extent -> extent.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("reach.error.extent"));
    }
}
