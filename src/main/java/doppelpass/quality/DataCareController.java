package doppelpass.quality;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.web.Chart;
import doppelpass.web.ListState;
import doppelpass.web.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of all findings, and the records behind one of them: mended in place, or left as they are. */
@Controller
class DataCareController {
    private static final int PAGE = 50;

    private final DataCare care;
    private final Lists lists;

    DataCareController(DataCare care, Lists lists) {
        this.care = care;
        this.lists = lists;
    }

    @GetMapping("/data-care")
    ModelAndView index() {
        Map<String, List<Result>> modules = care.byModule();
        long found = modules.values().stream()
                .flatMap(List::stream)
                .mapToLong(Result::found)
                .sum();
        Instant countedAt = modules.values().stream()
                .flatMap(List::stream)
                .map(Result::countedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new ModelAndView("quality/index")
                .addObject("modules", modules)
                .addObject("found", found)
                .addObject("countedAt", countedAt);
    }

    @GetMapping("/data-care/{key}")
    ModelAndView show(@Me Person me, @PathVariable String key, @RequestParam Map<String, String> asked) {
        Check check = care.check(key);
        boolean left = asked.containsKey("left");
        PageRequest request = request(asked);
        Page<Finding> findings = left ? care.left(check, request) : care.findings(check, request);
        return page("quality/show", check, findings.rows(), me)
                .addObject("left", left)
                .addObject("leftAlone", care.leftAlone(check))
                .addObject("result", care.result(check))
                .addObject("findings", findings.rows())
                .addObject(
                        "state",
                        new ListState("/data-care/" + key, left ? Map.of("left", "") : Map.of(), request, findings))
                .addObject("trend", trend(check, Locale.forLanguageTag(me.language())));
    }

    /** Where a figure of data quality leads to. */
    @GetMapping("/data-care/results/{id}")
    ModelAndView result(@PathVariable long id) {
        return new ModelAndView("redirect:/data-care/" + care.ofResult(id).key());
    }

    @GetMapping("/data-care/{key}/findings/{id}")
    ModelAndView judge(@Me Person me, @PathVariable String key, @PathVariable long id) {
        return row(care.check(key), id, me);
    }

    @PutMapping("/data-care/{key}/findings/{id}/exemption")
    ModelAndView leave(@Me Person me, @PathVariable String key, @PathVariable long id) {
        Check check = care.check(key);
        care.leave(check, id, me);
        return row(check, id, me);
    }

    @DeleteMapping("/data-care/{key}/findings/{id}/exemption")
    ModelAndView demand(@Me Person me, @PathVariable String key, @PathVariable long id) {
        Check check = care.check(key);
        care.demand(check, id);
        return row(check, id, me);
    }

    private ModelAndView row(Check check, long id, Person me) {
        DataCare.Judged judged = care.judge(check, id);
        return page("quality/again", check, List.of(judged.finding()), me)
                .addObject("finding", judged.finding())
                .addObject("fate", judged.fate())
                .addObject("left", care.result(check).found());
    }

    private ModelAndView page(String view, Check check, List<Finding> findings, Person me) {
        return new ModelAndView(view)
                .addObject(
                        "portion",
                        lists.portion(
                                check.list(), findings.stream().map(Finding::id).toList(), check.mends(), me));
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
