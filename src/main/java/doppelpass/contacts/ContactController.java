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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of contacts. */
@Controller
class ContactController {
    private static final List<String> FACTS =
            List.of("company", "job_title", "mail", "phone", "mobile", "country", "source", "owner", "created");

    private final Contacts contacts;
    private final Companies companies;
    private final Lists lists;
    private final ContactList list;
    private final Histories histories;
    private final Surroundings surroundings;
    private final Records records;
    private final Fields fields;

    ContactController(
            Contacts contacts,
            Companies companies,
            Lists lists,
            ContactList list,
            Histories histories,
            Surroundings surroundings,
            Records records,
            Fields fields) {
        this.contacts = contacts;
        this.companies = companies;
        this.lists = lists;
        this.list = list;
        this.histories = histories;
        this.surroundings = surroundings;
        this.records = records;
        this.fields = fields;
    }

    @GetMapping("/contacts")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        List<List<String>> occurring = list.occurring();
        return new ModelAndView("contacts/contacts")
                .addObject("list", lists.open(list, asked, me))
                .addObject("owners", surroundings.colleagues())
                .addObject("countries", occurring.getFirst())
                .addObject("sources", occurring.getLast());
    }

    @GetMapping("/contacts/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Contact contact = find(id);
        return new ModelAndView("contacts/contact")
                .addObject("contact", contact)
                .addObject("facts", lists.facts(list, id, FACTS, me))
                .addObject("parts", records.parts(Subject.contact(id), me))
                .addObject("related", surroundings.related(Subject.contact(id)))
                .addObject("history", histories.of(Subject.contact(id)));
    }

    @GetMapping("/contacts/new")
    ModelAndView ask(@Me Person me, @RequestParam Map<String, String> parameters) {
        Long company = new Asked(parameters).number("company");
        String name = company == null
                ? ""
                : companies.find(company).map(c -> c.details().name()).orElse("");
        return form(null, ContactForm.empty(name, Long.toString(me.id())), List.of(), asked(Map.of()));
    }

    @PostMapping("/contacts")
    ModelAndView add(@RequestParam Map<String, String> sent) {
        return save(null, sent);
    }

    @GetMapping("/contacts/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        return form(
                id,
                ContactForm.of(find(id), surroundings.home()),
                List.of(),
                fields.demanded("contact", id, List.of(), Map.of()));
    }

    @PutMapping("/contacts/{id}")
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> sent) {
        return save(find(id), sent);
    }

    private ModelAndView save(@Nullable Contact kept, Map<String, String> sent) {
        ContactForm.Read read = read(sent, kept);
        Long id = kept == null ? null : kept.id();
        Demanded demanded = id == null ? asked(sent) : fields.demanded("contact", id, List.of(), sent);
        return new Saving<ContactForm, ContactDetails>(
                        contacts,
                        "contact",
                        (of, form, likely) -> form(of, form, likely, demanded),
                        fields,
                        demanded,
                        "/contacts/")
                .save(id, read.form(), read.details().filter(d -> demanded.valid()), sent.containsKey("anyway"));
    }

    private Demanded asked(Map<String, String> sent) {
        return fields.asked("contact", null, List.of(), sent);
    }

    private ContactForm.Read read(Map<String, String> sent, @Nullable Contact kept) {
        return ContactForm.read(
                sent, surroundings.home(), name -> companies.byName(name).map(Company::id), kept);
    }

    private Contact find(long id) {
        return contacts.find(id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView form(@Nullable Long id, ContactForm form, List<Twin> likely, Demanded demanded) {
        return new ModelAndView("contacts/contact-form")
                .addObject("id", id)
                .addObject("form", form)
                .addObject("demanded", demanded)
                .addObject("likely", likely)
                .addObject("owners", surroundings.colleagues());
    }
}
