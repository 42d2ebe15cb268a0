package doppelpass.identity;

import doppelpass.core.TeamFunction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who may do what: the very table that is enforced, for administrators and the works council. */
@Controller
class RightsController {
    private final Rights rights;

    RightsController(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/rights")
    ModelAndView show() {
        Map<String, List<Rights.Route>> areas = rights.routes().stream()
                .sorted(Comparator.comparing((Rights.Route r) -> r.pattern().getPatternString())
                        .thenComparing(Rights.Route::method))
                .collect(Collectors.groupingBy(RightsController::area, TreeMap::new, Collectors.toList()));
        return new ModelAndView("identity/rights")
                .addObject("areas", areas)
                .addObject("functions", List.of(TeamFunction.values()));
    }

    /** The first word of the address. */
    private static String area(Rights.Route route) {
        return "/" + route.pattern().getPatternString().split("/", -1)[1];
    }
}
