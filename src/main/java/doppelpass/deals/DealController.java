package doppelpass.deals;

import doppelpass.deals.DealListTable.Look;
import doppelpass.deals.views.Sums;
import doppelpass.fields.Demanded;
import doppelpass.fields.Fields;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.ListPage;
import doppelpass.lists.Lists;
import doppelpass.records.Records;
import doppelpass.timeline.Histories;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of deals, the page about one, and the form that writes it. */
@Controller
class DealController {
    private static final List<String> FACTS = List.of(
            "company",
            "contact",
            "amount",
            "expected",
            "next",
            "nexton",
            "owner",
            "campaign",
            "source",
            "type",
            "product",
            "created");
    private static final List<String> CLOSED = List.of(
            "loss", "company", "contact", "owner", "campaign", "source", "type", "product", "created", "closed");

    private final Deals deals;
    private final Lists lists;
    private final DealList list;
    private final DealListTable table;
    private final PaceTable pace;
    private final DealPageTable page;
    private final DealForms forms;
    private final DealChoices choices;
    private final Histories histories;
    private final Records records;
    private final Fields fields;

    DealController(
            Deals deals,
            Lists lists,
            DealList list,
            DealListTable table,
            PaceTable pace,
            DealPageTable page,
            DealForms forms,
            DealChoices choices,
            Histories histories,
            Records records,
            Fields fields) {
        this.deals = deals;
        this.lists = lists;
        this.list = list;
        this.table = table;
        this.pace = pace;
        this.page = page;
        this.forms = forms;
        this.choices = choices;
        this.histories = histories;
        this.records = records;
        this.fields = fields;
    }

    @GetMapping("/deals")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        ListPage page = lists.open(list, asked, me);
        boolean runs = page.problems().isEmpty();
        return new ModelAndView("deals/index")
                .addObject("list", page)
                .addObject("sums", runs ? table.sums(lists.condition(list, page.address(), me)) : Sums.NONE)
                .addObject("choices", choices.forFilter())
                .addObject("mayWrite", choices.mayWrite(me));
    }

    @GetMapping("/deals/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Deal deal = find(id);
        Look look = choices.look();
        return new ModelAndView("deals/show")
                .addObject("deal", deal)
                .addObject("facts", lists.facts(list, id, deal.open() ? FACTS : CLOSED, me))
                .addObject("names", page.names(id))
                .addObject("events", page.history(id))
                .addObject("timeline", histories.of(Subject.deal(id)))
                .addObject("parts", records.parts(Subject.deal(id), me))
                .addObject("pipeline", choices.pipeline(deal.stage().pipelineId()))
                .addObject("rest", rest(deal, look))
                .addObject("today", look.today())
                .addObject("mayWrite", choices.mayWrite(me));
    }

    /** What the page says in figures, the question about a win too; it comes anew when its line items or facts change. */
    @GetMapping("/deals/{id}/figures")
    ModelAndView figures(@Me Person me, @PathVariable long id) {
        Deal deal = find(id);
        Look look = choices.look();
        return new ModelAndView("deals/figures-anew")
                .addObject("deal", deal)
                .addObject("rest", rest(deal, look))
                .addObject("today", look.today())
                .addObject("mayWrite", choices.mayWrite(me));
    }

    @GetMapping("/deals/{id}/history")
    ModelAndView history(@PathVariable long id) {
        find(id);
        return new ModelAndView("deals/history").addObject("deal", id).addObject("events", page.history(id));
    }

    @GetMapping("/deals/new")
    ModelAndView fresh(
            @Me Person me,
            @RequestParam(required = false) @Nullable Long company,
            @RequestParam(required = false) @Nullable Long lead) {
        return form(null, forms.fresh(me, company, lead), Map.of(), demanded(null, null, Map.of()));
    }

    @PostMapping("/deals")
    ModelAndView open(@Me Person me, @ModelAttribute DealForm form, @RequestParam Map<String, String> sent) {
        Look look = choices.look();
        Map<String, String> errors = form.errors(forms.currency(), look.today());
        Long stage = DealFilter.number(form.stage());
        Demanded demanded = demanded(null, stage, sent);
        if (!errors.isEmpty() || !demanded.valid()) {
            return form(null, form, errors, demanded);
        }
        long id = fields.add("deal", demanded, () -> deals.open(forms.details(form), stage, me.id(), look.now()));
        return new ModelAndView("redirect:/deals/" + id);
    }

    @GetMapping("/deals/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        Deal deal = find(id);
        return form(
                id,
                forms.of(deal, page.names(id)),
                Map.of(),
                demanded(id, deal.stage().id(), Map.of()));
    }

    @PutMapping("/deals/{id}")
    ModelAndView change(
            @Me Person me,
            @PathVariable long id,
            @ModelAttribute DealForm form,
            @RequestParam Map<String, String> sent) {
        Demanded demanded = demanded(id, find(id).stage().id(), sent);
        Map<String, String> errors = form.errors(forms.currency(), null);
        if (!errors.isEmpty() || !demanded.valid()) {
            return form(id, form, errors, demanded);
        }
        deals.change(id, forms.details(form), me.id(), choices.look().now());
        fields.write("deal", id, demanded.typed());
        return new ModelAndView("redirect:/deals/" + id);
    }

    /** Records to choose from while somebody types: companies, contacts or campaigns. */
    @GetMapping("/deals/choices/{of}")
    ModelAndView choices(@PathVariable String of, @RequestParam Map<String, String> typed) {
        String q = typed.getOrDefault(of, "");
        List<DealPageTable.Choosable> found = switch (of) {
            case "company" -> page.companies(q);
            case "contact" -> page.contacts(q);
            case "campaign" -> page.campaigns(q);
            default -> throw Refusal.notFound();
        };
        List<String> options =
                found.stream().map(c -> DealForms.picked(c.name(), c.id())).toList();
        return new ModelAndView("deals/choices").addObject("options", options);
    }

    private Demanded demanded(@Nullable Long id, @Nullable Long stage, Map<String, String> sent) {
        List<Long> reached = choices.reached(stage);
        return id == null ? fields.asked("deal", null, reached, sent) : fields.demanded("deal", id, reached, sent);
    }

    private ModelAndView form(@Nullable Long id, DealForm form, Map<String, String> errors, Demanded demanded) {
        ModelAndView view = new ModelAndView("deals/form")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("reckoned", id != null && deals.reckoned(id))
                .addObject("demanded", demanded)
                .addObject("choices", choices.forForm());
        if (!errors.isEmpty() || demanded.sent()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Rest rest(Deal deal, Look look) {
        return deal.open()
                ? Rest.of(
                        deal.details().expectedClose(),
                        pace.lastSign(deal.id()).orElse(deal.stageSince()),
                        look.stays().get(deal.stage().id()),
                        look.now(),
                        look.today())
                : Rest.NONE;
    }

    private Deal find(long id) {
        return deals.find(id).orElseThrow(Refusal::notFound);
    }
}
