package doppelpass.notes;

import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.notes.views.PastView;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Notes of a record: reading, writing, editing, what they said before. */
@Controller
class NoteController {
    private static final int OFFERED = 8;

    private final Notes notes;
    private final NotePart part;
    private final Access access;

    NoteController(Notes notes, NotePart part, Access access) {
        this.notes = notes;
        this.part = part;
        this.access = access;
    }

    @GetMapping("/notes/on/{record}")
    ModelAndView page(@Me Person me, @PathVariable String record, @RequestParam Map<String, String> parameters) {
        Subject subject = access.demand(record, me);
        PageRequest every = new Asked(parameters).page(Set.of(), "written", true);
        PageRequest first = NotePart.newest();
        return panel(subject, me, every.cursor().map(first::at).orElse(first));
    }

    @PostMapping("/notes/on/{record}")
    ModelAndView write(
            @Me Person me,
            @PathVariable String record,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        notes.write(subject, text, me);
        return fragment
                ? panel(subject, me, NotePart.newest())
                : new ModelAndView("redirect:" + subject.url() + "#notes");
    }

    /** Whom the completion offers: by the beginning of any of their names. */
    @GetMapping("/notes/on/{record}/people")
    ModelAndView people(@Me Person me, @PathVariable String record, @RequestParam(defaultValue = "") String q) {
        Subject subject = access.demand(record, me);
        Mentions mentions = notes.mentions();
        String typed = q.toLowerCase(Locale.ROOT);
        return new ModelAndView("notes/people")
                .addObject(
                        "people",
                        notes.mentionable(subject).stream()
                                .map(person -> mentions.label(person.id()))
                                .filter(name -> (" " + name.toLowerCase(Locale.ROOT)).contains(" " + typed))
                                .limit(OFFERED)
                                .toList());
    }

    @PostMapping("/notes/preview")
    ModelAndView preview(@RequestParam(defaultValue = "") String text) {
        Mentions mentions = notes.mentions();
        return new ModelAndView("notes/preview")
                .addObject("html", Markdown.html(mentions.keep(NoteText.clean(text)), mentions));
    }

    @GetMapping("/notes/{id}/edit")
    ModelAndView edit(@Me Person me, @PathVariable long id) {
        Note note = notes.get(id, me);
        return new ModelAndView("notes/edit")
                .addObject("note", note)
                .addObject("typed", notes.mentions().show(note.text()));
    }

    @PutMapping("/notes/{id}")
    String change(@Me Person me, @PathVariable long id, @RequestParam(defaultValue = "") String text) {
        notes.edit(id, text, me);
        Note note = notes.get(id, me);
        return "redirect:" + note.record().url() + "#" + note.code();
    }

    @GetMapping("/notes/{id}/versions")
    ModelAndView versions(@Me Person me, @PathVariable long id) {
        Note note = notes.get(id, me);
        Mentions mentions = notes.mentions();
        return new ModelAndView("notes/versions")
                .addObject("note", note)
                .addObject("html", Markdown.html(note.text(), mentions))
                .addObject(
                        "past",
                        notes.versions(id).stream()
                                .map(past -> new PastView(past, Markdown.html(past.text(), mentions)))
                                .toList());
    }

    private ModelAndView panel(Subject record, Person me, PageRequest request) {
        return new ModelAndView("notes/panel").addObject("panel", part.panel(record, me, request));
    }
}
