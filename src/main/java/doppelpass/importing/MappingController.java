package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which column of an uploaded file is which field: suggested, corrected, previewed, saved under a name. */
@Controller
class MappingController {
    private final Imports imports;

    MappingController(Imports imports) {
        this.imports = imports;
    }

    /** {@code object} and {@code saved} choose what the suggestion starts from. */
    @GetMapping("/imports/{id}/files/{fileId}")
    ModelAndView show(
            @Me Person me,
            @PathVariable long id,
            @PathVariable long fileId,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String saved) {
        FileRow file = file(id, fileId);
        FileHead head = imports.head(file, null);
        return page(me, file, head, mapping(file, head, object, saved), null);
    }

    @PutMapping("/imports/{id}/files/{fileId}")
    ModelAndView choose(
            @Me Person me, @PathVariable long id, @PathVariable long fileId, @RequestParam Map<String, String> form) {
        FileRow file = file(id, fileId);
        FileHead head = imports.head(file, null);
        return save(me, file, head, chosen(head, read(form), form), form);
    }

    @PutMapping("/imports/{id}/files/{fileId}/text")
    ModelAndView write(
            @Me Person me, @PathVariable long id, @PathVariable long fileId, @RequestParam Map<String, String> form) {
        FileRow file = file(id, fileId);
        return save(me, file, imports.head(file, null), read(form), form);
    }

    private static Mapping read(Map<String, String> form) {
        try {
            return Json.mapping(form.getOrDefault("text", ""));
        } catch (BrokenFile e) {
            throw Refusal.of("importing.error.broken", Objects.requireNonNull(e.getMessage()));
        }
    }

    private ModelAndView save(Person me, FileRow file, FileHead head, Mapping mapping, Map<String, String> form) {
        if (form.containsKey("preview")) {
            return page(me, file, head, mapping, null);
        }
        try {
            imports.map(file.id(), mapping);
        } catch (Refusal refusal) {
            return page(me, file, head, mapping, refusal);
        }
        String name = form.getOrDefault("name", "").strip();
        if (!name.isEmpty()) {
            imports.saveMapping(name, mapping, me.id());
        }
        return new ModelAndView("redirect:/imports/" + file.importId());
    }

    private Mapping mapping(FileRow file, FileHead head, String object, String saved) {
        if (imports.mappings().containsKey(saved)) {
            return Folders.fitted(
                    Json.mapping(Objects.requireNonNull(imports.mappings().get(saved))), head.header());
        }
        if (file.mapping() != null && object.isEmpty()) {
            return Json.mapping(file.mapping());
        }
        Intake intake =
                object.isEmpty() ? Suggestions.object(imports.objects(), head, file.name()) : imports.object(object);
        return Suggestions.mapping(intake, head);
    }

    /** What stays as it was keeps its replacements; what was newly chosen gets suggested ones. */
    private Mapping chosen(FileHead head, Mapping before, Map<String, String> form) {
        Intake intake = imports.object(before.object());
        List<Mapping.Column> columns = new ArrayList<>();
        for (int place = 0; place < head.header().size(); place++) {
            String name = head.header().get(place);
            String field = form.getOrDefault("field" + place, "");
            List<Mapping.Column> known = before.columns().stream()
                    .filter(c -> c.column().equals(name))
                    .toList();
            if (known.stream().anyMatch(c -> c.field().equals(field))) {
                columns.addAll(known);
            } else if (!field.isEmpty()) {
                columns.add(Suggestions.column(intake, name, field, head.column(place)));
            }
        }
        return new Mapping(
                before.object(),
                columns,
                before.constants(),
                orNull(form.get("numbers")),
                orNull(form.get("dates")),
                before.encoding(),
                before.delimiter(),
                orNull(form.get("match")));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private ModelAndView page(Person me, FileRow file, FileHead head, Mapping mapping, @Nullable Refusal error) {
        Imports.@Nullable Preview preview = null;
        Refusal refused = error;
        try {
            preview = imports.preview(file, mapping);
        } catch (Refusal refusal) {
            refused = refusal;
        }
        String problem = refused == null ? "" : refused.text(Locale.forLanguageTag(me.language()));
        return new ModelAndView("importing/mapping")
                .addObject(
                        "page", MappingPage.of(file, head, mapping, imports.object(mapping.object()), preview, problem))
                .addObject(
                        "objects",
                        imports.objects().stream().map(Intake::object).toList())
                .addObject("saved", List.copyOf(imports.mappings().keySet()));
    }

    private FileRow file(long id, long fileId) {
        FileRow file = imports.file(fileId);
        if (file.importId() != id || !imports.get(id).state().equals("draft") || file.path() == null) {
            throw Refusal.notFound();
        }
        return file;
    }
}
