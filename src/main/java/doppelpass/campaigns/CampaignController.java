package doppelpass.campaigns;

import doppelpass.fields.Demanded;
import doppelpass.fields.Fields;
import doppelpass.identity.Me;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.records.Records;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of campaigns. */
@Controller
class CampaignController {
    private final Campaigns campaigns;
    private final Costs costs;
    private final Lists lists;
    private final CampaignList list;
    private final Organisations organisations;
    private final People people;
    private final Records records;
    private final Fields fields;
    private final Clock clock;

    CampaignController(
            Campaigns campaigns,
            Costs costs,
            Lists lists,
            CampaignList list,
            Organisations organisations,
            People people,
            Records records,
            Fields fields,
            Clock clock) {
        this.campaigns = campaigns;
        this.costs = costs;
        this.lists = lists;
        this.list = list;
        this.organisations = organisations;
        this.people = people;
        this.records = records;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping("/campaigns")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("campaigns/campaigns")
                .addObject("list", lists.open(list, asked, me))
                .addObject("owners", colleagues());
    }

    @GetMapping("/campaigns/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Campaign campaign = find(id);
        List<Cost> all = costs.of(id);
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), organisations.get().zone());
        return new ModelAndView("campaigns/campaign")
                .addObject("campaign", campaign)
                .addObject("parts", records.parts(new Subject(Subject.Kind.CAMPAIGN, id), me))
                .addObject(
                        "costs",
                        all.stream().filter(c -> c.replacedAt() == null).toList())
                .addObject(
                        "replaced",
                        all.stream().filter(c -> c.replacedAt() != null).toList())
                .addObject("spending", Spending.of(campaign.details().budgetMinor(), all, today));
    }

    @GetMapping("/campaigns/new")
    ModelAndView ask(@Me Person me) {
        return form(null, CampaignForm.empty(me.id()), asked(Map.of()));
    }

    @PostMapping("/campaigns")
    ModelAndView add(@Me Person me, @RequestParam Map<String, String> sent) {
        CampaignForm.Read read = read(me, sent);
        Demanded demanded = asked(sent);
        if (read.details().isEmpty() || !demanded.valid()) {
            return again(null, read.form(), demanded);
        }
        long id = fields.add(
                "campaign", demanded, () -> campaigns.add(read.details().get()));
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    @GetMapping("/campaigns/{id}/edit")
    ModelAndView edit(@Me Person me, @PathVariable long id) {
        Organisation organisation = organisations.get();
        return form(
                id,
                CampaignForm.of(find(id).details(), me.language(), organisation.currency()),
                fields.demanded("campaign", id, List.of(), Map.of()));
    }

    @PutMapping("/campaigns/{id}")
    ModelAndView change(@Me Person me, @PathVariable long id, @RequestParam Map<String, String> sent) {
        find(id);
        CampaignForm.Read read = read(me, sent);
        Demanded demanded = fields.demanded("campaign", id, List.of(), sent);
        if (read.details().isEmpty() || !demanded.valid()) {
            return again(id, read.form(), demanded);
        }
        campaigns.change(id, read.details().get());
        fields.write("campaign", id, demanded.typed());
        return new ModelAndView("redirect:/campaigns/" + id);
    }

    private Demanded asked(Map<String, String> sent) {
        return fields.asked("campaign", null, List.of(), sent);
    }

    private CampaignForm.Read read(Person me, Map<String, String> sent) {
        return CampaignForm.read(sent, me.language(), organisations.get().currency());
    }

    private Campaign find(long id) {
        return campaigns.find(id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView again(@Nullable Long id, CampaignForm form, Demanded demanded) {
        ModelAndView page = form(id, form, demanded);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(@Nullable Long id, CampaignForm form, Demanded demanded) {
        return new ModelAndView("campaigns/campaign-form")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("demanded", demanded)
                .addObject("types", types(form.value("type")))
                .addObject("owners", colleagues());
    }

    private static List<String> types(String present) {
        boolean usual = present.isEmpty() || CampaignForm.TYPES.contains(present);
        return usual
                ? CampaignForm.TYPES
                : java.util.stream.Stream.concat(CampaignForm.TYPES.stream(), java.util.stream.Stream.of(present))
                        .toList();
    }

    private List<Choice> colleagues() {
        return people.all().stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }
}
