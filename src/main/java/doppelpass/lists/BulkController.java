package doppelpass.lists;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.plug.RecordList;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a change of many records. */
@Controller
class BulkController {
    private static final int REFUSED = 200;

    private final Lists lists;
    private final Bulks bulks;
    private final BulkReports reports;
    private final Clock clock;

    BulkController(Lists lists, Bulks bulks, BulkReports reports, Clock clock) {
        this.lists = lists;
        this.bulks = bulks;
        this.reports = reports;
        this.clock = clock;
    }

    /** The input that fits a column. */
    @GetMapping("/lists/{list}/bulk/input")
    ModelAndView input(@Me Person me, @PathVariable String list, @RequestParam String column) {
        if (column.equals(Bulk.RECORD)) return new ModelAndView("lists/bulk-delete");
        return new ModelAndView("lists/bulk-input")
                .addObject("editing", lists.editing(lists.list(list, me).listing(), column, me));
    }

    @PostMapping("/lists/{list}/bulk")
    String ask(@Me Person me, @PathVariable String list, @RequestParam MultiValueMap<String, String> sent) {
        RecordList known = lists.list(list, me);
        List<Long> ids = sent.getOrDefault("ids", List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        Address address = new Address(known.listing(), new Asked(sent.toSingleValueMap()));
        boolean all = "yes".equals(sent.getFirst("all"));
        String column = Objects.requireNonNullElse(sent.getFirst("column"), "");
        Bulks.Picked picked = new Bulks.Picked(address, all, ids);
        if (column.equals(Bulk.RECORD)) return "redirect:/bulk/" + bulks.ask(known, picked, column, Bulk.GONE, me);
        String how = Objects.requireNonNullElse(sent.getFirst("how"), "");
        String value =
                how + Objects.requireNonNullElse(sent.getFirst("value"), "").strip();
        return "redirect:/bulk/" + bulks.ask(known, picked, column, value, me);
    }

    @GetMapping("/bulk")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> parameters) {
        PageRequest request = new Asked(parameters).page(Set.of(), "asked", true);
        Page<BulkReport> page = reports.page(request, me);
        return new ModelAndView("lists/bulks")
                .addObject("state", new ListState("/bulk", Map.of(), request, page))
                .addObject("reports", page.rows())
                .addObject("everybody", BulkReports.overseesAll(me));
    }

    @GetMapping("/bulk/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        return page("lists/bulk", me, id);
    }

    @GetMapping("/bulk/{id}/progress")
    ModelAndView progress(@Me Person me, @PathVariable long id) {
        return page("lists/bulk-progress", me, id);
    }

    @PutMapping("/bulk/{id}/run")
    String start(@Me Person me, @PathVariable long id) {
        bulks.start(id, me);
        return "redirect:/bulk/" + id;
    }

    @DeleteMapping("/bulk/{id}/run")
    String cancel(@Me Person me, @PathVariable long id) {
        bulks.cancel(id, me);
        return "redirect:/bulk/" + id;
    }

    @PostMapping("/bulk/{id}/undo")
    String undo(@Me Person me, @PathVariable long id) {
        return "redirect:/bulk/" + bulks.undo(id, me);
    }

    private ModelAndView page(String view, Person me, long id) {
        BulkReport report = reports.get(id, me);
        return new ModelAndView(view)
                .addObject("report", report)
                .addObject("refused", reports.refused(report, REFUSED, me))
                .addObject("undoable", report.own() && report.bulk().undoableAt(clock.instant()));
    }
}
