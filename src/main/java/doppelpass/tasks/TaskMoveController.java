package doppelpass.tasks;

import doppelpass.core.NamedDay;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.tasks.TaskAnswers.Said;
import doppelpass.web.Refusal;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one press does with a task, on the day, on a record's page and on its own; {@code from} says where. */
@Controller
class TaskMoveController {
    private static final String HTMX = "HX-Request";

    private final Tasks tasks;
    private final TaskAnswers answers;

    TaskMoveController(Tasks tasks, TaskAnswers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @PutMapping("/tasks/{id}/completion")
    ModelAndView finish(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        tasks.finish(id, me);
        return answers.to(from, fragment, me, Said.undoable("tasks.done", id));
    }

    @DeleteMapping("/tasks/{id}/completion")
    ModelAndView reopen(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        tasks.reopen(id, me);
        return answers.to(from, fragment, me, Said.of("tasks.reopened", id));
    }

    @PutMapping("/tasks/{id}/postponement")
    ModelAndView postpone(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        LocalDate day = NamedDay.of(to, tasks.now().toLocalDate()).orElseThrow(() -> Refusal.of("tasks.error.day"));
        tasks.postpone(id, day, me);
        return answers.to(from, fragment, me, Said.of("tasks.postponed", id));
    }

    @PutMapping("/tasks/{id}/omission")
    ModelAndView skip(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        tasks.skip(id, me);
        return answers.to(from, fragment, me, Said.undoable("tasks.skipped", id));
    }

    @DeleteMapping("/tasks/{id}/rhythm")
    String stop(@Me Person me, @PathVariable long id) {
        tasks.stop(id, me);
        return "redirect:/tasks/" + id;
    }

    @PutMapping("/tasks/{id}/notice")
    ModelAndView notice(
            @Me Person me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean fragment) {
        tasks.notice(id, me);
        return answers.to(from, fragment, me, Said.of("tasks.noticed", id));
    }
}
