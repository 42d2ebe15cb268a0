package doppelpass.kpi;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The KPIs' pages: all figures of a period, one figure with its definition, the records behind it, its card. */
@Controller
class KpiController {
    private static final int ROWS = 50;

    private final Kpis kpis;
    private final KpiBoard board;
    private final KpiStory story;
    private final LatestMonth latest;
    private final Organisations organisations;
    private final Clock clock;

    KpiController(
            Kpis kpis, KpiBoard board, KpiStory story, LatestMonth latest, Organisations organisations, Clock clock) {
        this.kpis = kpis;
        this.board = board;
        this.story = story;
        this.latest = latest;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/kpis")
    ModelAndView index(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String light) {
        KpiPeriod asked = read(period, known);
        List<String> codes = kpis.all().stream()
                .filter(kpi -> owner.isEmpty() || kpi.owner().equals(owner))
                .filter(kpi -> matches(kpi, q.strip().toLowerCase(Locale.ROOT)))
                .map(Kpi::code)
                .toList();
        List<KpiLine> lines = board.lines(codes, asked.period(), asked.moment(), asked.query()).stream()
                .filter(line -> light.isEmpty() || line.light().code().equals(light))
                .toList();
        return new ModelAndView("kpi/index")
                .addObject("lines", lines)
                .addObject("latest", latest.insteadOf(asked.period()).orElse(null))
                .addObject("asked", asked)
                .addObject("periods", offered(asked))
                .addObject("filters", Map.of("q", q, "owner", owner, "light", light));
    }

    @GetMapping("/kpis/{code}")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String by,
            @Me Person me) {
        Kpi kpi = get(code);
        KpiPeriod asked = read(period, known);
        return new ModelAndView("kpi/show")
                .addObject("page", story.page(kpi, asked, by))
                .addObject("periods", offered(asked))
                .addObject("me", me);
    }

    @GetMapping("/kpis/{code}/card")
    ModelAndView card(@PathVariable String code) {
        return new ModelAndView("kpi/card").addObject("kpi", get(code));
    }

    @GetMapping("/kpis/{code}/records")
    ModelAndView records(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "0") int part,
            @RequestParam(defaultValue = "happened") String sort,
            @RequestParam(defaultValue = "false") boolean desc,
            @RequestParam(required = false) @Nullable String at) {
        Kpi kpi = get(code);
        KpiPeriod asked = read(period, known);
        List<Kpis.Part> parts = kpis.parts(kpi);
        if (part < 0 || part >= parts.size()) throw Refusal.notFound();
        boolean cut = group != null && kpis.dimensions(kpi).contains(by);
        PageRequest request = new PageRequest(sort, desc, ROWS, cursor(at));
        Question question = new Question(List.of(code), List.of(asked.period()), cut ? by : null, asked.moment());
        Page<FactRow> page = kpis.records(parts.get(part), question, cut ? group : null, request);
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("period", asked.code());
        filters.put("known", asked.known() == null ? "" : asked.known().toString());
        filters.put("part", Integer.toString(part));
        if (cut) {
            filters.put("by", by);
            filters.put("group", java.util.Objects.requireNonNull(group));
        }
        return new ModelAndView("kpi/records")
                .addObject("kpi", kpi)
                .addObject("asked", asked)
                .addObject("group", cut ? group : "")
                .addObject("parts", story.partNames(parts))
                .addObject("chosen", part)
                .addObject("link", story.link(parts.get(part)))
                .addObject("money", story.money(parts.get(part)))
                .addObject("rows", page.rows())
                .addObject("state", new ListState("/kpis/" + code + "/records", filters, request, page));
    }

    @PutMapping("/kpis/{code}/signatures/{function}")
    String sign(@PathVariable String code, @PathVariable String function, @Me Person me) {
        kpis.sign(code, function, me);
        return "redirect:/kpis/" + code;
    }

    private Kpi get(String code) {
        return kpis.find(code).orElseThrow(Refusal::notFound);
    }

    private KpiPeriod read(String period, String known) {
        return KpiPeriod.read(period, known, clock.instant(), zone());
    }

    private List<String> offered(KpiPeriod asked) {
        return KpiPeriod.offered(clock.instant(), organisations.get(), asked.code());
    }

    private ZoneId zone() {
        return organisations.get().zone();
    }

    private static Optional<Cursor> cursor(@Nullable String at) {
        try {
            return Optional.ofNullable(at).map(Cursor::decode);
        } catch (MalformedText e) {
            throw Refusal.notFound();
        }
    }

    private static boolean matches(Kpi kpi, String q) {
        return (kpi.code() + " " + kpi.name(Locale.GERMAN) + " " + kpi.name(Locale.ENGLISH))
                .toLowerCase(Locale.ROOT)
                .contains(q);
    }
}
