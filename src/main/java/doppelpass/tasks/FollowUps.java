package doppelpass.tasks;

import doppelpass.identity.People;
import doppelpass.timeline.FollowUpAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever logs a call or a meeting and wants to come back to it has a task with the same click. */
@Component
class FollowUps {
    private final Tasks tasks;
    private final People people;

    FollowUps(Tasks tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    @EventListener
    void on(FollowUpAsked asked) {
        people.find(asked.personId())
                .ifPresent(person -> tasks.add(
                        TaskDetails.of(asked.title(), person.id())
                                .on(asked.on())
                                .about(asked.about()),
                        person));
    }
}
