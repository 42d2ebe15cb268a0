package doppelpass.tasks;

import doppelpass.core.NamedDay;
import doppelpass.fields.Demanded;
import doppelpass.fields.FieldValue;
import doppelpass.fields.Fields;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.Lists;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
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
    private final Fields fields;

    TaskController(Tasks tasks, Lists lists, TaskList list, TaskAnswers answers, Naming naming, Fields fields) {
        this.tasks = tasks;
        this.lists = lists;
        this.list = list;
        this.answers = answers;
        this.naming = naming;
        this.fields = fields;
    }

    @GetMapping("/tasks")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> asked) {
        return new ModelAndView("tasks/index")
                .addObject("list", lists.open(list, asked, me))
                .addObject("people", colleagues());
    }

    @GetMapping("/tasks/new")
    ModelAndView fresh(
            @Me Person me,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "today") String day) {
        TaskForm form =
                TaskForm.empty(me.id(), about, title, NamedDay.of(day, today()).orElse(null));
        return form(null, form, asked(null, Map.of()), null);
    }

    /** {@code from} says where the quick forms stand; what these could not ask for the whole form asks. */
    @PostMapping("/tasks")
    @Nullable
    ModelAndView add(
            @Me Person me,
            @ModelAttribute TaskForm form,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse response) {
        Demanded asked = asked(null, sent);
        if (!asked.valid() && from.isEmpty()) return form(null, form, asked, null);
        if (!asked.valid()) return inFull(form, fragment, response);
        try {
            long id = tasks.add(form.details(me, today()), asked.given(), me);
            return answers.to(from, fragment, me, TaskAnswers.Said.of("tasks.added", id));
        } catch (Refusal refusal) {
            if (!from.isEmpty() || refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return form(null, form, asked, refusal);
        }
    }

    @GetMapping("/tasks/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        Task task = tasks.get(id, me);
        return form(task, TaskForm.of(task), asked(id, Map.of()), null);
    }

    @PutMapping("/tasks/{id}")
    ModelAndView change(
            @Me Person me,
            @PathVariable long id,
            @ModelAttribute TaskForm form,
            @RequestParam Map<String, String> sent) {
        Task task = tasks.get(id, me);
        Demanded asked = asked(id, sent);
        if (!asked.valid()) return form(task, form, asked, null);
        try {
            tasks.change(id, old -> form.over(old, task.startsOn(), today()), asked.typed(), me);
            return new ModelAndView("redirect:/tasks" + (tasks.sees(id, me) ? "/" + id : ""));
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return form(task, form, asked, refusal);
        }
    }

    @DeleteMapping("/tasks/{id}")
    String drop(@Me Person me, @PathVariable long id) {
        tasks.drop(id, me);
        return "redirect:/tasks/" + id;
    }

    private static @Nullable ModelAndView inFull(TaskForm quick, boolean fragment, HttpServletResponse response) {
        String whole = TaskAnswers.inFull(quick);
        if (!fragment) return new ModelAndView("redirect:" + whole);
        response.setHeader("HX-Redirect", whole);
        return null;
    }

    private Demanded asked(@Nullable Long id, Map<String, String> sent) {
        return fields.asked(TaskIntake.OBJECT, id, List.of(), sent);
    }

    private ModelAndView form(@Nullable Task task, TaskForm form, Demanded asked, @Nullable Refusal refusal) {
        Subject about = Subject.parse(Objects.requireNonNullElse(form.about(), ""))
                .map(List::getFirst)
                .orElse(null);
        ModelAndView page = new ModelAndView("tasks/show")
                .addObject("form", form)
                .addObject("asked", asked)
                .addObject("people", colleagues())
                .addObject("record", about)
                .addObject(
                        "name",
                        about == null ? "" : naming.names(List.of(about)).getOrDefault(about, ""));
        if (task != null) page.addObject("task", task).addObject("told", told(task));
        if (asked.sent()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        if (refusal != null) {
            page.addObject("refusal", refusal);
            page.setStatus(refusal.status());
        }
        return page;
    }

    /** What the form does not ask: formulas, and everything once the task is closed. */
    private List<FieldValue> told(Task task) {
        return fields.show(TaskIntake.OBJECT, task.id()).stream()
                .filter(value -> !value.empty() && (value.field().computed() || !task.open()))
                .toList();
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
