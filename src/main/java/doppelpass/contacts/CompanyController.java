package doppelpass.contacts;

import doppelpass.duplicates.Twin;
import doppelpass.fields.Demanded;
import doppelpass.fields.Fields;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.records.Records;
import doppelpass.timeline.Histories;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of companies. */
@Controller
class CompanyController {
    private static final List<String> FACTS = List.of(
            "fit",
            "industry",
            "employees",
            "website",
            "phone",
            "street",
            "postcode",
            "city",
            "country",
            "vat_id",
            "parent",
            "owner",
            "created");

    private final Companies companies;
    private final CompanyTable table;
    private final ContactTable people;
    private final Lists lists;
    private final CompanyList list;
    private final Histories histories;
    private final Surroundings surroundings;
    private final Records records;
    private final Fields fields;

    CompanyController(
            Companies companies,
            CompanyTable table,
            ContactTable people,
            Lists lists,
            CompanyList list,
            Histories histories,
            Surroundings surroundings,
            Records records,
            Fields fields) {
        this.companies = companies;
        this.table = table;
        this.people = people;
        this.lists = lists;
        this.list = list;
        this.histories = histories;
        this.surroundings = surroundings;
        this.records = records;
        this.fields = fields;
    }

    @GetMapping("/companies")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("contacts/companies")
                .addObject("list", lists.open(list, asked, me))
                .addObject("owners", surroundings.colleagues())
                .addObject("countries", list.countries());
    }

    /** Names to choose from while one types in a form; a page of its own it is not. */
    @GetMapping("/companies/names")
    ModelAndView names(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String asksForFragment) {
        Asked asked = new Asked(parameters);
        String words = asked.text("company").isEmpty() ? asked.text("parent") : asked.text("company");
        return asksForFragment == null
                ? new ModelAndView("redirect:/companies")
                : new ModelAndView("contacts/names").addObject("names", table.offered(list.meant(words)));
    }

    @GetMapping("/companies/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Company company = find(id);
        return new ModelAndView("contacts/company")
                .addObject("company", company)
                .addObject("people", people.of(id))
                .addObject("facts", lists.facts(list, id, FACTS, me))
                .addObject("parts", records.parts(Subject.company(id), me))
                .addObject("related", surroundings.related(Subject.company(id)))
                .addObject("history", histories.of(Subject.company(id)));
    }

    @GetMapping("/companies/new")
    ModelAndView ask(@Me Person me) {
        return form(null, CompanyForm.empty(Long.toString(me.id())), List.of(), asked(Map.of()));
    }

    @PostMapping("/companies")
    ModelAndView add(@RequestParam Map<String, String> sent) {
        return save(null, sent);
    }

    @GetMapping("/companies/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        return form(
                id,
                CompanyForm.of(find(id), surroundings.home()),
                List.of(),
                fields.demanded("company", id, List.of(), Map.of()));
    }

    @PutMapping("/companies/{id}")
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> sent) {
        return save(find(id), sent);
    }

    private ModelAndView save(@Nullable Company kept, Map<String, String> sent) {
        CompanyForm.Read read = read(sent, kept);
        Long id = kept == null ? null : kept.id();
        Demanded demanded = id == null ? asked(sent) : fields.demanded("company", id, List.of(), sent);
        return new Saving<CompanyForm, CompanyDetails>(
                        companies,
                        "company",
                        (of, form, likely) -> form(of, form, likely, demanded),
                        fields,
                        demanded,
                        "/companies/")
                .save(id, read.form(), read.details().filter(d -> demanded.valid()), sent.containsKey("anyway"));
    }

    private Demanded asked(Map<String, String> sent) {
        return fields.asked("company", null, List.of(), sent);
    }

    private CompanyForm.Read read(Map<String, String> sent, @Nullable Company kept) {
        return CompanyForm.read(
                sent, surroundings.home(), name -> companies.byName(name).map(Company::id), kept);
    }

    private Company find(long id) {
        return companies.find(id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView form(@Nullable Long id, CompanyForm form, List<Twin> likely, Demanded demanded) {
        return new ModelAndView("contacts/company-form")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("demanded", demanded)
                .addObject("likely", likely)
                .addObject("owners", surroundings.colleagues());
    }
}
