package doppelpass.campaigns;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.database.Seeing;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Asked;
import doppelpass.web.Choice;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Costs of campaigns, channels and teams: the list, booking, correcting, removing. */
@Controller
class CostController {
    private final Costs costs;
    private final Campaigns campaigns;
    private final CostTable table;
    private final Organisations organisations;
    private final Seeing seeing;

    CostController(Costs costs, Campaigns campaigns, CostTable table, Organisations organisations, Seeing seeing) {
        this.costs = costs;
        this.campaigns = campaigns;
        this.table = table;
        this.organisations = organisations;
        this.seeing = seeing;
    }

    @GetMapping("/costs")
    ModelAndView index(@RequestParam Map<String, String> parameters) {
        if (!seeing.sees("campaign", "cost")) throw Refusal.forbidden("campaigns.error.costsClosed");
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(CostTable.SORTS.keySet(), "from", true);
        CostFilter filter = CostFilter.of(asked);
        Page<Cost> page = table.page(filter, request);
        Map<String, String> filters = asked.only("function", "channel", "from", "to");
        return new ModelAndView("campaigns/costs")
                .addObject("state", new ListState("/costs", filters, request, page))
                .addObject("rows", page.rows())
                .addObject("period", filter.period())
                .addObject("total", table.total(filter));
    }

    @GetMapping("/costs/new")
    ModelAndView ask(@Me Person me, @RequestParam Map<String, String> parameters) {
        costs.demandRight();
        Long campaign = new Asked(parameters).number("campaign");
        String function = me.function() == TeamFunction.SALES ? "sales" : "marketing";
        return form(
                null,
                campaign == null
                        ? CostForm.empty(null, function)
                        : CostForm.empty(campaigns.find(campaign).orElseThrow(Refusal::notFound), "marketing"));
    }

    @PostMapping("/costs")
    ModelAndView book(@Me Person me, @RequestParam Map<String, String> sent) {
        CostForm.Read read = read(me, sent);
        if (read.cost().isEmpty()) {
            return again(null, read.form());
        }
        NewCost cost = read.cost().get();
        demandCampaign(cost);
        costs.book(cost);
        return back(cost);
    }

    @GetMapping("/costs/{id}/edit")
    ModelAndView edit(@Me Person me, @PathVariable long id) {
        costs.demandRight();
        return form(
                id,
                CostForm.of(find(id).entry(), me.language(), organisations.get().currency()));
    }

    @PutMapping("/costs/{id}")
    ModelAndView correct(@Me Person me, @PathVariable long id, @RequestParam Map<String, String> sent) {
        find(id);
        CostForm.Read read = read(me, sent);
        if (read.cost().isEmpty()) {
            return again(id, read.form());
        }
        NewCost cost = read.cost().get();
        demandCampaign(cost);
        costs.correct(id, cost);
        return back(cost);
    }

    @DeleteMapping("/costs/{id}")
    ModelAndView remove(@PathVariable long id) {
        Cost cost = find(id);
        costs.remove(id);
        return back(cost.entry());
    }

    private CostForm.Read read(Person me, Map<String, String> sent) {
        return CostForm.read(sent, me.language(), organisations.get().currency());
    }

    /** One that still counts. */
    private Cost find(long id) {
        return costs.find(id).filter(cost -> cost.replacedAt() == null).orElseThrow(Refusal::notFound);
    }

    private void demandCampaign(NewCost cost) {
        if (cost.campaignId() != null && campaigns.find(cost.campaignId()).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private static ModelAndView back(NewCost cost) {
        return new ModelAndView(
                cost.campaignId() == null ? "redirect:/costs" : "redirect:/campaigns/" + cost.campaignId());
    }

    private ModelAndView again(@Nullable Long id, CostForm form) {
        ModelAndView page = form(id, form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(@Nullable Long id, CostForm form) {
        return new ModelAndView("campaigns/cost-form")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("campaigns", choices(form.value("campaign")));
    }

    /** The open campaigns, and the present one though it may be over. */
    private List<Choice> choices(String present) {
        List<Choice> choices = new ArrayList<>(
                campaigns.open().stream().map(CostController::choice).toList());
        boolean known = choices.stream().anyMatch(choice -> choice.value().equals(present));
        if (!known && present.matches("\\d{1,18}")) {
            campaigns.find(Long.parseLong(present)).map(CostController::choice).ifPresent(choices::add);
        }
        return choices;
    }

    private static Choice choice(Campaign campaign) {
        return new Choice(Long.toString(campaign.id()), campaign.details().name());
    }
}
