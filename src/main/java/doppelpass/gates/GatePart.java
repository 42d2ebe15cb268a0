package doppelpass.gates;

import doppelpass.database.Seeing;
import doppelpass.deals.Deal;
import doppelpass.deals.Deals;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.gates.views.Checklist;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The checklist of a deal on its page, with what the gates ahead still want. */
@Component
class GatePart implements RecordPart {
    private final Gates gates;
    private final Deals deals;
    private final Pipelines pipelines;
    private final Rights rights;
    private final Seeing seeing;

    GatePart(Gates gates, Deals deals, Pipelines pipelines, Rights rights, Seeing seeing) {
        this.gates = gates;
        this.deals = deals;
        this.pipelines = pipelines;
        this.rights = rights;
        this.seeing = seeing;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        if (record.kind() != Subject.Kind.DEAL) return List.of();
        Checklist panel = panel(record.id(), reader);
        return panel.empty() ? List.of() : List.of(new Part(Place.MAIN, 5, "gates/checklist", Map.of("panel", panel)));
    }

    Checklist panel(long id, Person reader) {
        if (deals.find(id).isEmpty()) throw Refusal.notFound();
        // that something is there a gate tells, whoever sees what
        Deal deal = seeing.everything(() -> deals.find(id)).orElseThrow(Refusal::notFound);
        List<Stage> stages = pipelines.find(deal.stage().pipelineId()).stages();
        Map<Long, Rule> rules = gates.rules();
        Map<String, Answer> answers = gates.answers(id);
        List<Framework> asked = stages.stream()
                .map(stage -> rules.getOrDefault(stage.id(), Rule.NONE).framework())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Checklist.Ahead> ahead = stages.stream()
                .filter(stage -> deal.open() && rules.containsKey(stage.id()))
                .filter(stage -> stage.kind() == Stage.Kind.WON
                        || stage.position() > deal.stage().position())
                .map(stage -> new Checklist.Ahead(
                        stage, rules.getOrDefault(stage.id(), Rule.NONE).missing(deal, answers)))
                .toList();
        Map<Long, String> names = stages.stream().collect(Collectors.toMap(Stage::id, Stage::name));
        return new Checklist(
                id,
                asked,
                answers,
                ahead,
                gates.passages(id, names),
                gates.evidence(id),
                may("PUT", "/deals/" + id + "/answers/x", reader) && deal.open(),
                may("POST", "/deals/" + id + "/passages", reader) && deal.open());
    }

    private boolean may(String method, String path, Person reader) {
        return rights.route(method, path)
                .map(route -> route.allows(reader.roles()))
                .orElse(false);
    }
}
