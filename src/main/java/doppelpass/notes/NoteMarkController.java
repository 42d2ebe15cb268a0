package doppelpass.notes;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** Pins a note, deletes it, brings it back; answers with the notes of its record. */
@Controller
class NoteMarkController {
    private final Notes notes;
    private final NotePart part;

    NoteMarkController(Notes notes, NotePart part) {
        this.notes = notes;
        this.part = part;
    }

    @PutMapping("/notes/{id}/pin")
    ModelAndView pin(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        notes.pin(id, true, me);
        return panel(notes.get(id, me).record(), me, fragment, Map.of());
    }

    @DeleteMapping("/notes/{id}/pin")
    ModelAndView unpin(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        notes.pin(id, false, me);
        return panel(notes.get(id, me).record(), me, fragment, Map.of());
    }

    @PutMapping("/notes/{id}/deletion")
    ModelAndView delete(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return panel(notes.delete(id, me).record(), me, fragment, Map.of("said", "notes.deleted", "undo", id));
    }

    @DeleteMapping("/notes/{id}/deletion")
    ModelAndView restore(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return panel(notes.restore(id, me).record(), me, fragment, Map.of("said", "notes.restored"));
    }

    private ModelAndView panel(Subject record, Person me, boolean fragment, Map<String, Object> toast) {
        return fragment
                ? new ModelAndView("notes/panel", toast).addObject("panel", part.panel(record, me, NotePart.newest()))
                : new ModelAndView("redirect:" + record.url() + "#notes");
    }
}
