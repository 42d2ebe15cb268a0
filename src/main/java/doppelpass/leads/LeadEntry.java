package doppelpass.leads;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.database.Seeing;
import doppelpass.fields.Fields;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Wrong;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads as programs send them, read like the lead form; what moves a lead are passes and decisions, not values. */
@Component
class LeadEntry implements Entry {
    private static final Map<String, String> SENT = Map.of("productLine", "product", "handRaise", "wish");

    private final Leads leads;
    private final Qualifications qualifications;
    private final Fields fields;
    private final Seeing seeing;
    private final Clock clock;

    LeadEntry(Leads leads, Qualifications qualifications, Fields fields, Seeing seeing, Clock clock) {
        this.leads = leads;
        this.qualifications = qualifications;
        this.fields = fields;
        this.seeing = seeing;
        this.clock = clock;
    }

    @Override
    public String list() {
        return "leads";
    }

    @Override
    public List<EntryField> fields() {
        return List.of(
                link("contact", "leads.contact", "contacts").must().atFirst(),
                text("product", "leads.product"),
                text("source", "leads.source").must(),
                choice("channel", "leads.channel", LeadForm.CHANNELS),
                choice("wish", "leads.handRaise", LeadForm.WISHES));
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        String contact = sent.getOrDefault("contact", "").replace("#", "");
        LeadForm form = with(LeadForm.empty(contact, by.function()), sent);
        demand(form.errors(true, seeing.writes("lead", "source")));
        long id = leads.create(form.toLead(clock.instant()), by);
        qualifications.review(id, clock.instant());
        return id;
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Lead lead = leads.get(id);
        LeadForm form = with(LeadForm.of(lead), sent);
        demand(form.errors(false, seeing.writes("lead", "source")));
        leads.change(id, form.toChange(lead), by);
        qualifications.review(id, clock.instant());
    }

    @Override
    public void complete(long id) {
        fields.demand("lead", id, List.of());
    }

    private static LeadForm with(LeadForm form, Map<String, String> sent) {
        LeadForm typed = form;
        if (sent.containsKey("product")) typed = typed.withProductLine(sent.get("product"));
        if (sent.containsKey("source")) typed = typed.withSource(sent.get("source"));
        if (sent.containsKey("channel")) typed = typed.withChannel(sent.get("channel"));
        return sent.containsKey("wish") ? typed.withHandRaise(sent.get("wish")) : typed;
    }

    private static void demand(Map<String, String> errors) {
        if (errors.isEmpty()) return;
        Map<String, String> named = new HashMap<>();
        errors.forEach((field, key) -> named.put(SENT.getOrDefault(field, field), key));
        throw new Wrong(named);
    }
}
