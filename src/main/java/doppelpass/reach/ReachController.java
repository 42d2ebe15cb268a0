package doppelpass.reach;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final FieldRights fields;

    ReachController(Reaches reaches, FieldRights fields) {
        this.reaches = reaches;
        this.fields = fields;
    }

    @GetMapping("/reach")
    ModelAndView index() {
        return new ModelAndView("reach/index")
                .addObject("reaches", reaches)
                .addObject("functions", Reaches.FUNCTIONS)
                .addObject("kinds", reaches.kinds())
                .addObject("fields", byKind(fields.all()))
                .addObject("rights", fields.rights());
    }

    private static Map<String, List<Limitable>> byKind(List<Limitable> fields) {
        return fields.stream().collect(Collectors.groupingBy(Limitable::kind, TreeMap::new, Collectors.toList()));
    }

    @PutMapping("/reach/fields")
    ModelAndView limit(@Me Person me, @RequestParam Map<String, String> asked) {
        Map<TeamFunction, Map<String, Map<String, FieldRight>>> rights = new EnumMap<>(TeamFunction.class);
        for (TeamFunction function : Reaches.FUNCTIONS) {
            for (Limitable field : fields.all()) {
                String code = asked.get(function.code() + "." + field.kind() + "." + field.name());
                if (code != null) {
                    rights.computeIfAbsent(function, some -> new HashMap<>())
                            .computeIfAbsent(field.kind(), some -> new HashMap<>())
                            .put(field.name(), right(code));
                }
            }
        }
        reaches.limit(rights, me);
        return new ModelAndView("redirect:/reach");
    }

    private static FieldRight right(String code) {
        return Arrays.stream(FieldRight.values())
                .filter(right -> right.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of("reach.error.right"));
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
