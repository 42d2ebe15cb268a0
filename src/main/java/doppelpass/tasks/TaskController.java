package doppelpass.tasks;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of tasks, the page of one, and the forms that write them. */
@Controller
class TaskController {
    private final Tasks tasks;
    private final Lists lists;
    private final TaskList list;
    private final TaskAnswers answers;
    private final Naming naming;

    TaskController(Tasks tasks, Lists lists, TaskList list, TaskAnswers answers, Naming naming) {
        this.tasks = tasks;
        this.lists = lists;
        this.list = list;
        this.answers = answers;
        this.naming = naming;
    }

    @GetMapping("/tasks")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("tasks/index")
                .addObject("list", lists.open(list, asked, me))
                .addObject("people", colleagues());
    }

    @GetMapping("/tasks/new")
    ModelAndView fresh(@Me Person me, @RequestParam(defaultValue = "") String about) {
        return form(null, TaskForm.empty(me.id(), about, today()), null);
    }

    /** {@code from} says where the quick forms stand. */
    @PostMapping("/tasks")
    ModelAndView add(
            @Me Person me,
            @ModelAttribute TaskForm form,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        try {
            long id = tasks.add(form.details(me, today()), me);
            return answers.to(from, fragment, me, TaskAnswers.Said.of("tasks.added", id));
        } catch (Refusal refusal) {
            if (!from.isEmpty() || refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return form(null, form, refusal);
        }
    }

    @GetMapping("/tasks/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Task task = tasks.get(id, me);
        return form(task, TaskForm.of(task), null);
    }

    @PutMapping("/tasks/{id}")
    ModelAndView change(@Me Person me, @PathVariable long id, @ModelAttribute TaskForm form) {
        Task task = tasks.get(id, me);
        try {
            tasks.change(id, old -> form.over(old, task.startsOn(), today()), me);
            return new ModelAndView("redirect:/tasks/" + id);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return form(task, form, refusal);
        }
    }

    @DeleteMapping("/tasks/{id}")
    String drop(@Me Person me, @PathVariable long id) {
        tasks.drop(id, me);
        return "redirect:/tasks/" + id;
    }

    private ModelAndView form(@Nullable Task task, TaskForm form, @Nullable Refusal refusal) {
        Subject about = Subject.parse(Objects.requireNonNullElse(form.about(), ""))
                .map(List::getFirst)
                .orElse(null);
        ModelAndView page = new ModelAndView("tasks/show")
                .addObject("form", form)
                .addObject("people", colleagues())
                .addObject("record", about)
                .addObject(
                        "name",
                        about == null ? "" : naming.names(List.of(about)).getOrDefault(about, ""));
        if (task != null) page.addObject("task", task);
        if (refusal != null) {
            page.addObject("refusal", refusal);
            page.setStatus(refusal.status());
        }
        return page;
    }

    private List<Choice> colleagues() {
        return tasks.colleagues().stream()
                .map(person -> new Choice(Long.toString(person.id()), person.name()))
                .toList();
    }

    private LocalDate today() {
        return tasks.now().toLocalDate();
    }
}
