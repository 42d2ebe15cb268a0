package doppelpass.campaigns;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.of;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.fields.Fields;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.lists.plug.Wrong;
import doppelpass.web.Refusal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Campaigns as programs send them, read like the campaign form. */
@Component
class CampaignEntry implements Entry {
    /** Programs write a point before the decimals, as this language does. */
    private static final String LANGUAGE = "en";

    private static final Map<String, String> FORM = Map.of("starts", "startsOn", "ends", "endsOn");

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Fields fields;

    CampaignEntry(Campaigns campaigns, Organisations organisations, Fields fields) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.fields = fields;
    }

    @Override
    public String list() {
        return "campaigns";
    }

    @Override
    public List<EntryField> fields() {
        return List.of(
                text("name", "campaigns.campaign").must(),
                text("type", "campaigns.type"),
                choice("channel", "campaigns.channel", Channel.codes()),
                choice("status", "campaigns.status", CampaignForm.STATUSES),
                text("goal", "campaigns.goal"),
                of("starts", "campaigns.startsOn", Kind.DAY),
                of("ends", "campaigns.endsOn", Kind.DAY),
                link("owner", "campaigns.owner", EntryField.PEOPLE),
                of("budget", "campaigns.budget", Kind.MONEY),
                of("expected", "campaigns.expected", Kind.MONEY));
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        Map<String, String> typed = typed(sent);
        typed.putIfAbsent("owner", Long.toString(by.id()));
        return campaigns.add(details(typed));
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Campaign campaign = campaigns.find(id).orElseThrow(Refusal::notFound);
        Map<String, String> typed = new HashMap<>(
                CampaignForm.of(campaign.details(), LANGUAGE, currency()).fields());
        typed.putAll(typed(sent));
        campaigns.change(id, details(typed));
    }

    @Override
    public void complete(long id) {
        fields.demand("campaign", id, List.of());
    }

    private CampaignDetails details(Map<String, String> typed) {
        CampaignForm.Read read = CampaignForm.read(typed, LANGUAGE, currency());
        return read.details().orElseThrow(() -> new Wrong(sent(read.form().errors())));
    }

    private Currency currency() {
        return organisations.get().currency();
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, value) ->
                typed.put(FORM.getOrDefault(name, name), name.equals("owner") ? value.replace("#", "") : value));
        return typed;
    }

    private static Map<String, String> sent(Map<String, String> errors) {
        Map<String, String> back =
                FORM.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, String> sent = new HashMap<>();
        errors.forEach((field, key) -> sent.put(back.getOrDefault(field, field), key));
        return sent;
    }
}
