package doppelpass.quality;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Chart;
import doppelpass.web.ListState;
import doppelpass.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of all findings, and the records behind one of them. */
@Controller
class DataCareController {
    private static final int PAGE = 50;

    private final DataCare care;

    DataCareController(DataCare care) {
        this.care = care;
    }

    @GetMapping("/data-care")
    ModelAndView index() {
        Map<String, List<Result>> modules = care.byModule();
        long found = modules.values().stream()
                .flatMap(List::stream)
                .mapToLong(Result::found)
                .sum();
        return new ModelAndView("quality/index").addObject("modules", modules).addObject("found", found);
    }

    @GetMapping("/data-care/{key}")
    ModelAndView show(@Me Person me, @PathVariable String key, @RequestParam Map<String, String> asked) {
        Check check = care.check(key);
        PageRequest request = request(asked);
        Page<Finding> findings = care.findings(check, request);
        return new ModelAndView("quality/show")
                .addObject("result", care.result(check))
                .addObject("findings", findings.rows())
                .addObject("state", new ListState("/data-care/" + key, Map.of(), request, findings))
                .addObject("trend", trend(check, Locale.forLanguageTag(me.language())));
    }

    private Optional<Chart> trend(Check check, Locale locale) {
        List<QualityTable.Day> days = care.trend(check);
        if (days.size() < 2) {
            return Optional.empty();
        }
        List<@Nullable Double> found =
                days.stream().<@Nullable Double>map(d -> (double) d.found()).toList();
        String title = Messages.text(locale, "quality.found");
        return Optional.of(new Chart(
                title,
                "line",
                "s",
                "",
                0,
                days.stream().map(d -> d.day().toString()).toList(),
                List.of(new Chart.Series(title, "lead", found))));
    }

    private static PageRequest request(Map<String, String> asked) {
        String sort = "id".equals(asked.get("sort")) ? "id" : "name";
        PageRequest request = PageRequest.first(sort, "true".equals(asked.get("desc")), PAGE);
        String at = asked.get("at");
        return at == null || at.isEmpty() ? request : request.at(Cursor.decode(at));
    }
}
