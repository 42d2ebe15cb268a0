package doppelpass.deals;

import doppelpass.fields.Stages;
import doppelpass.web.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** From which stage on a deal must have a field. */
@Component
class StagesOfDeals implements Stages {
    private final DealChoices choices;

    StagesOfDeals(DealChoices choices) {
        this.choices = choices;
    }

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public List<Choice> stages() {
        return choices.forDemands();
    }
}
