package doppelpass.timeline;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands wrong in an activity is put right by whoever may; what it is about, and its kind, stay. */
@Component
class ActivityEdits {
    private final ActivityTable table;
    private final Owned owned;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ActivityEdits(
            ActivityTable table,
            Owned owned,
            People people,
            Organisations organisations,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.owned = owned;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    void change(long id, UnaryOperator<NewActivity> edit, Person by) {
        NewActivity before = owned.get(id, by);
        NewActivity after = edit.apply(before);
        if (after.equals(before)) return;
        check(before, after);
        boolean handed = !Objects.equals(before.personId(), after.personId());
        boolean held = after.happened() && !before.happened();
        table.update(id, after, handed ? by.id() : null, held ? clock.instant() : null);
        events.publishEvent(new ActivityChanged(id, after));
    }

    private void check(NewActivity before, NewActivity after) {
        after.demandTexts();
        if (after.kind() == NewActivity.Kind.NOTE && (after.outcome() != null || after.direction() != null))
            throw Refusal.of("timeline.error.noteHasNone");
        if (before.outcome() != null && after.outcome() == null
                || before.direction() != null && after.direction() == null) throw Refusal.of("lists.error.required");
        if (after.happened() && after.aheadOf(clock.instant())) throw Refusal.of("timeline.error.future");
        Long person = after.personId();
        if (person != null && !person.equals(before.personId())) demandActive(person);
    }

    private void demandActive(long person) {
        if (people.find(person).filter(Person::active).isEmpty()) throw Refusal.of("timeline.error.person");
    }

    /** As an input of day and time holds it, by the clocks of the organisation, or as programs send it. */
    Instant when(String typed) {
        try {
            return typed.endsWith("Z")
                    ? Instant.parse(typed)
                    : LocalDateTime.parse(typed)
                            .atZone(organisations.get().zone())
                            .toInstant();
        } catch (DateTimeException nonsense) {
            throw Refusal.of("timeline.error.when");
        }
    }

    static NewActivity.@Nullable Outcome outcome(String code) {
        return code.isEmpty() ? null : NewActivity.Outcome.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static @Nullable Direction direction(String code) {
        return code.isEmpty() ? null : Direction.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
