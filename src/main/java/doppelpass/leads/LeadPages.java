package doppelpass.leads;

import doppelpass.contacts.RelatedPanel;
import doppelpass.core.TeamFunction;
import doppelpass.fields.Demanded;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.records.Records;
import doppelpass.timeline.Histories;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the pages of a lead show. */
@Component
class LeadPages {
    private static final int FOUND = 20;

    private static final List<String> FACTS = List.of("product", "wish", "source", "channel", "owner", "created");

    private final LeadTable table;
    private final WhomTable whom;
    private final Handovers handovers;
    private final Qualifications qualifications;
    private final Promises promises;
    private final People people;
    private final Histories histories;
    private final List<RelatedPanel> panels;
    private final Records records;
    private final Lists lists;
    private final LeadList list;

    LeadPages(
            LeadTable table,
            WhomTable whom,
            Handovers handovers,
            Qualifications qualifications,
            Promises promises,
            People people,
            Histories histories,
            List<RelatedPanel> panels,
            Records records,
            Lists lists,
            LeadList list) {
        this.table = table;
        this.whom = whom;
        this.handovers = handovers;
        this.qualifications = qualifications;
        this.promises = promises;
        this.people = people;
        this.histories = histories;
        this.panels = panels;
        this.records = records;
        this.lists = lists;
        this.list = list;
    }

    ModelAndView show(long id, Person me, Instant now) {
        Qualification about = qualifications.of(id, now);
        Lead lead = about.lead();
        LeadRow row = table.row(id).orElseThrow(Refusal::notFound);
        return new ModelAndView("leads/show")
                .addObject("row", row)
                .addObject("about", about)
                .addObject("facts", lists.facts(list, id, FACTS, me))
                .addObject("path", table.path(id))
                .addObject("passes", handovers.ofLead(id))
                .addObject("names", people.all().stream().collect(Collectors.toMap(Person::id, Person::name)))
                .addObject("teams", teams())
                .addObject("colleagues", colleagues(lead))
                .addObject("history", histories.of(List.of(Subject.lead(id), Subject.contact(lead.contactId()))))
                .addObject("related", related(Subject.lead(id)))
                .addObject("parts", records.parts(Subject.lead(id), me))
                .addObject("idle", lead.idleAt(now, promises.calendar(lead.teamId())))
                .addObject("actions", LeadActions.of(lead, me));
    }

    ModelAndView form(LeadForm form, String find, Map<String, String> errors, Demanded demanded) {
        List<WhomTable.Choice> found = find.isBlank() ? chosen(form) : whom.contacts(find, FOUND);
        return new ModelAndView("leads/new")
                .addObject("form", form)
                .addObject("find", find)
                .addObject(
                        "contacts",
                        found.stream()
                                .map(c -> new Choice(
                                        Long.toString(c.id()),
                                        c.company().isEmpty() ? c.name() : c.name() + ", " + c.company()))
                                .toList())
                .addObject("demanded", demanded)
                .addObject("errors", errors);
    }

    ModelAndView edit(long id, LeadForm form, Map<String, String> errors, Demanded demanded) {
        return new ModelAndView("leads/edit")
                .addObject("row", table.row(id).orElseThrow(Refusal::notFound))
                .addObject("form", form)
                .addObject("demanded", demanded)
                .addObject("errors", errors);
    }

    ModelAndView rejected(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<WhomTable.Choice> chosen(LeadForm form) {
        String contact = form.contact();
        return contact == null || !contact.matches("\\d{1,18}")
                ? whom.contacts("", FOUND)
                : whom.contact(Long.parseLong(contact)).stream().toList();
    }

    private List<RelatedPanel.Related> related(Subject lead) {
        return panels.stream()
                .map(panel -> panel.of(lead))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(RelatedPanel.Related::order))
                .toList();
    }

    private List<Choice> teams() {
        return people.teams().stream()
                .filter(team -> team.function() == TeamFunction.SALES)
                .map(team -> new Choice(Long.toString(team.id()), team.name()))
                .toList();
    }

    private List<Choice> colleagues(Lead lead) {
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> lead.state().owner() != LeadState.Owner.BOTH
                        && lead.state().owner().includes(person.function()))
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }
}
