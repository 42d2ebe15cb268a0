package doppelpass.tasks;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where one is after something was done with a task: the day or the record it was done on, else the task's own page. */
@Component
class TaskAnswers {
    static final String DAY = "day";

    private final Days days;
    private final TaskPart part;

    TaskAnswers(Days days, TaskPart part) {
        this.days = days;
        this.part = part;
    }

    /** {@code from} is {@code day}, a record such as {@code deal-5}, or empty; {@code said} the message of the toast. */
    ModelAndView to(String from, boolean fragment, Person me, Said said) {
        if (from.equals(DAY))
            return fragment
                    ? said.on(new ModelAndView("tasks/day-body", Map.of("day", days.of(me), "me", me)))
                    : new ModelAndView("redirect:/day");
        Optional<Subject> record = Subject.parse(from).map(List::getFirst);
        if (record.isEmpty()) return new ModelAndView("redirect:" + said.page());
        return fragment
                ? said.on(new ModelAndView("tasks/part", part.model(record.get(), me)))
                : new ModelAndView("redirect:" + record.get().url());
    }

    /** The whole form, with what was typed into a quick one. */
    static String inFull(TaskForm quick) {
        return UriComponentsBuilder.fromPath("/tasks/new")
                .queryParam("about", "{about}")
                .queryParam("title", "{title}")
                .queryParam("day", "{day}")
                .encode()
                .buildAndExpand(said(quick.about()), said(quick.title()), said(quick.day()))
                .toUriString();
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** What is told, and which task it was if it can be taken back. */
    record Said(String text, long task, boolean undo) {
        static Said of(String text, long task) {
            return new Said(text, task, false);
        }

        static Said undoable(String text, long task) {
            return new Said(text, task, true);
        }

        private String page() {
            return task == 0 ? "/tasks" : "/tasks/" + task;
        }

        private ModelAndView on(ModelAndView page) {
            page.addObject("said", text);
            if (undo) page.addObject("undo", task);
            return page;
        }
    }
}
