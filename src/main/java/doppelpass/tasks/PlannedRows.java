package doppelpass.tasks;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.tasks.plug.Waiting;
import doppelpass.tasks.views.DayRow;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Plan;
import doppelpass.timeline.Plans;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Planned calls and meetings as lines of a day, until somebody says what became of them. */
@Component
class PlannedRows {
    private final Plans plans;
    private final Naming naming;
    private final Organisations organisations;

    PlannedRows(Plans plans, Naming naming, Organisations organisations) {
        this.plans = plans;
        this.naming = naming;
        this.organisations = organisations;
    }

    Stream<DayRow> of(Person me, LocalDate until, LocalDateTime now) {
        List<Plan> planned = plans.of(me, until);
        Map<Subject, String> names = naming.names(planned.stream().flatMap(plan -> plan.about().subjects().stream()));
        ZoneId zone = organisations.get().zone();
        Locale language = Locale.forLanguageTag(me.language());
        return planned.stream().map(plan -> DayRow.of(plan, item(plan, names, zone, language), now));
    }

    private static Waiting.Item item(Plan plan, Map<Subject, String> names, ZoneId zone, Locale language) {
        List<Subject> about = plan.about().subjects();
        String kind = "timeline.kind." + plan.kind();
        return Waiting.Item.at(
                kind,
                plan.kind().equals("call") ? "phone" : "users",
                plan.title().isBlank() ? Messages.text(language, kind) : plan.title(),
                about.stream().filter(names::containsKey).map(names::get).collect(Collectors.joining(" · ")),
                about.getFirst().url(),
                plan.at(),
                zone);
    }
}
