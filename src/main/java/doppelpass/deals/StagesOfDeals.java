package doppelpass.deals;

import doppelpass.fields.Stages;
import doppelpass.web.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** From which stage on a deal must have a field. */
@Component
class StagesOfDeals implements Stages {
    private final DealChoices choices;
    private final Pipelines pipelines;

    StagesOfDeals(DealChoices choices, Pipelines pipelines) {
        this.choices = choices;
        this.pipelines = pipelines;
    }

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public List<Choice> stages() {
        return choices.forDemands();
    }

    @Override
    public List<Long> beyond(long stage) {
        return pipelines.all().stream()
                .flatMap(pipeline -> pipeline.stages().stream()
                        .filter(one -> pipeline.reached(one).contains(stage)))
                .map(Stage::id)
                .toList();
    }

    @Override
    public String column() {
        return "stage_id";
    }
}
