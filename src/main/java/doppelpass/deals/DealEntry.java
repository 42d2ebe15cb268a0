package doppelpass.deals;

import static doppelpass.lists.plug.EntryField.choice;
import static doppelpass.lists.plug.EntryField.link;
import static doppelpass.lists.plug.EntryField.of;
import static doppelpass.lists.plug.EntryField.text;

import doppelpass.deals.views.DealNames;
import doppelpass.fields.Fields;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.lists.plug.Wrong;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Deals as programs send them, read like the deal form; another stage is a move, a win or a loss with its gates. */
@Component
class DealEntry implements Entry {
    private static final DealNames UNNAMED = new DealNames(null, null, null, null, null, null);
    private static final Map<String, String> FORM =
            Map.of("expected", "expectedClose", "next", "nextStep", "nexton", "nextStepOn");

    private final Deals deals;
    private final DealForms forms;
    private final Pipelines pipelines;
    private final Fields fields;
    private final Clock clock;

    DealEntry(Deals deals, DealForms forms, Pipelines pipelines, Fields fields, Clock clock) {
        this.deals = deals;
        this.forms = forms;
        this.pipelines = pipelines;
        this.fields = fields;
        this.clock = clock;
    }

    @Override
    public String list() {
        return "deals";
    }

    @Override
    public List<EntryField> fields() {
        return List.of(
                text("name", "deals.deal").must(),
                link("company", "deals.company", "companies"),
                link("contact", "deals.contact", "contacts"),
                link("campaign", "deals.campaign", "campaigns"),
                link("lead", "deals.lead", "leads").atFirst(),
                choice("type", "deals.type", codes()),
                of("amount", "deals.amount", Kind.MONEY),
                of("cost", "deals.product.cost", Kind.MONEY),
                text("pipeline", "deals.pipeline").atFirst(),
                text("stage", "deals.stage"),
                choice("loss", "deals.lossReason", losses()),
                of("expected", "deals.expectedClose", Kind.DAY),
                text("next", "deals.nextStep"),
                of("nexton", "deals.nextStepOn", Kind.DAY),
                text("source", "deals.source"),
                link("owner", "deals.owner", EntryField.PEOPLE));
    }

    @Override
    public long add(Map<String, String> sent, Person by) {
        DealForm form = with(forms.fresh(by, null, null), sent);
        demand(form.errors(forms.currency(), null), form(sent));
        Stage stage = stage(pipeline(sent.getOrDefault("pipeline", "")), sent.getOrDefault("stage", ""));
        Instant now = clock.instant();
        boolean ended = !stage.open();
        Long first = ended ? pipelines.firstOpen(stage.pipelineId()).id() : (Long) stage.id();
        long id = deals.open(forms.details(form), first, by.id(), now);
        if (ended) moved(id, stage, sent, by, now);
        return id;
    }

    @Override
    public void change(long id, Map<String, String> sent, Person by) {
        Deal deal = deals.find(id).orElseThrow(Refusal::notFound);
        Map<String, String> typed = form(sent);
        DealForm form = with(forms.of(deal, UNNAMED), sent);
        demand(form.errors(forms.currency(), null), typed);
        DealDetails given = forms.details(form);
        DealDetails changed = deal.details();
        for (String field : typed.keySet()) changed = changed.taking(field, given);
        Instant now = clock.instant();
        deals.change(id, changed, by.id(), now);
        String wanted = sent.getOrDefault("stage", "");
        if (!wanted.isEmpty()) moved(id, stage(pipelines.find(deal.stage().pipelineId()), wanted), sent, by, now);
    }

    @Override
    public void complete(long id) {
        Stage stage = deals.find(id).orElseThrow(Refusal::notFound).stage();
        fields.demand("deal", id, pipelines.reached(stage));
    }

    private void moved(long id, Stage to, Map<String, String> sent, Person by, Instant now) {
        Deal deal = deals.find(id).orElseThrow(Refusal::notFound);
        if (deal.stage().id() == to.id()) return;
        if (!deal.open()) deals.reopen(id, by.id(), now);
        switch (to.kind()) {
            case WON -> deals.win(id, by.id(), now);
            case LOST ->
                deals.lose(
                        id,
                        LossReason.of(sent.getOrDefault("loss", ""))
                                .orElseThrow(() -> new Wrong("loss", "deals.error.reason")),
                        null,
                        by.id(),
                        now);
            case OPEN -> deals.move(id, to.id(), by.id(), now);
        }
    }

    private Pipeline pipeline(String name) {
        return name.isEmpty()
                ? pipelines.find(pipelines.first().pipelineId())
                : pipelines.all().stream()
                        .filter(p -> p.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new Wrong("pipeline", "deals.error.pipelineUnknown"));
    }

    /** The stage of this name; the first where none is named. */
    private static Stage stage(Pipeline pipeline, String name) {
        return name.isEmpty()
                ? pipeline.openStages().getFirst()
                : pipeline.stages().stream()
                        .filter(s -> s.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new Wrong("stage", "deals.error.stageUnknown"));
    }

    private static DealForm with(DealForm form, Map<String, String> sent) {
        DealForm typed = form;
        for (Map.Entry<String, String> field : form(sent).entrySet()) {
            typed = typed.with(field.getKey(), field.getValue());
        }
        return typed;
    }

    /** What the form asks for, as it calls it; people and leads are numbers there. */
    private static Map<String, String> form(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, value) -> {
            boolean number = name.equals("owner") || name.equals("lead");
            if (!List.of("pipeline", "stage", "loss").contains(name))
                typed.put(FORM.getOrDefault(name, name), number ? value.replace("#", "") : value);
        });
        return typed;
    }

    /** Only what was sent is judged. */
    private static void demand(Map<String, String> errors, Map<String, String> typed) {
        Map<String, String> back =
                FORM.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Map<String, String> sent = new HashMap<>();
        errors.forEach((field, key) -> {
            if (typed.containsKey(field) || field.equals("name")) sent.put(back.getOrDefault(field, field), key);
        });
        if (!sent.isEmpty()) throw new Wrong(sent);
    }

    private static List<String> codes() {
        return Arrays.stream(DealType.values()).map(DealType::code).toList();
    }

    private static List<String> losses() {
        return Arrays.stream(LossReason.values()).map(LossReason::code).toList();
    }
}
