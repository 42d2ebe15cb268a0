package doppelpass.fields;

import doppelpass.timeline.MoreFacts;
import doppelpass.web.Fragments;
import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The fields people made up for activities: asked for where one is logged, told where it stands in a history. */
@Component
class ActivityFields implements MoreFacts {
    private static final String KIND = "activity";

    private final Fields fields;
    private final Fragments fragments;

    ActivityFields(Fields fields, Fragments fragments) {
        this.fields = fields;
        this.fragments = fragments;
    }

    @Override
    public Map<String, Asked> asked(List<String> forms) {
        Demanded asked = fields.asked(KIND, null, List.of(), Map.of());
        if (asked.asks().isEmpty()) return Map.of();
        return forms.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        form -> new Asked(content(asked.musts(), form), content(asked.others(), form))));
    }

    /** Forms on one page must not share the ids of their inputs. */
    private Content content(List<Demanded.Ask> asks, String form) {
        return fragments.of(
                "fields/demanded", Map.of("demanded", new Demanded(asks, false), "form", "log-" + form + "-"));
    }

    @Override
    public void keep(long activity, Map<String, String> sent) {
        Demanded asked = fields.asked(KIND, null, List.of(), sent);
        asked.refuse();
        fields.write(KIND, activity, asked.given());
    }

    @Override
    public void complete(long activity) {
        fields.demand(KIND, activity, List.of());
    }

    @Override
    public Map<Long, List<Fact>> of(Collection<Long> activities) {
        Map<Long, List<Fact>> facts = new HashMap<>();
        fields.show(KIND, activities)
                .forEach((id, values) -> facts.put(
                        id,
                        values.stream()
                                .filter(value -> !value.empty())
                                .<Fact>map(Function.identity())
                                .toList()));
        return facts;
    }
}
