package doppelpass.importing;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of imports, uploading, and one import from draft to report. */
@Controller
class ImportController {
    private static final int SHOWN = 50;
    /** As the route table says for undoing. */
    private static final Set<String> UNDOERS = Set.of("leadership", "controlling", "administration");

    private final Imports imports;
    private final Folders folders;

    ImportController(Imports imports, Folders folders) {
        this.imports = imports;
        this.folders = folders;
    }

    @GetMapping("/imports")
    ModelAndView index() {
        return new ModelAndView("importing/index")
                .addObject("imports", imports.latest())
                .addObject("presets", Json.PRESETS);
    }

    /** A preset maps the files it knows and lists the others as skipped; without one each file is mapped by itself. */
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @Me Person me,
            @RequestParam List<MultipartFile> files,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String preset)
            throws IOException {
        List<MultipartFile> filled = files.stream().filter(f -> !f.isEmpty()).toList();
        if (filled.isEmpty()) {
            throw Refusal.of("importing.error.noFile");
        }
        String first = name(filled.getFirst());
        String name = filled.size() == 1 ? first : first + " +" + (filled.size() - 1);
        return "redirect:/imports/"
                + (preset.isEmpty() ? plain(name, filled, system, me) : known(name, filled, preset, system, me));
    }

    private long plain(String name, List<MultipartFile> files, String system, Person me) throws IOException {
        long id = imports.begin(name, system.isBlank() ? "file" : system, me.id());
        for (MultipartFile file : files) {
            imports.add(id, name(file), file.getInputStream());
        }
        return id;
    }

    private long known(String name, List<MultipartFile> files, String preset, String system, Person me) {
        List<Folders.Source> sources = files.stream()
                .map(f -> new Folders.Source(name(f), f::getInputStream))
                .toList();
        try {
            return folders.begin(name, sources, Json.preset(preset), system.isBlank() ? preset : system, me.id());
        } catch (BrokenFile e) {
            throw Refusal.of("importing.error.broken", Objects.requireNonNull(e.getMessage()));
        }
    }

    private static String name(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "file" : last.substring(0, Math.min(last.length(), 200));
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(@Me Person me, @PathVariable long id) {
        ImportRow order = imports.get(id);
        if (order.state().equals("draft")) {
            return imports.nextToMap(id)
                    .map(file -> new ModelAndView("redirect:/imports/" + id + "/files/" + file.id()))
                    .orElseGet(() -> whole(me, order));
        }
        return whole(me, order);
    }

    private ModelAndView whole(Person me, ImportRow order) {
        boolean mayUndo = order.undoable() && me.roles().stream().anyMatch(UNDOERS::contains);
        return page("importing/show", order).addObject("mayUndo", mayUndo);
    }

    /** Asked every second while it runs; the end brings the whole page, for with it come the report and the way back. */
    @GetMapping("/imports/{id}/progress")
    ModelAndView progress(@Me Person me, @PathVariable long id, HttpServletResponse answer) {
        ImportRow order = imports.get(id);
        if (order.open()) return page("importing/progress", order);
        answer.setHeader("HX-Retarget", "#main");
        answer.setHeader("HX-Reswap", "innerHTML");
        return whole(me, order);
    }

    private ModelAndView page(String template, ImportRow order) {
        List<RemarkRow> remarks = new ArrayList<>();
        imports.remarks(order.id(), false, SHOWN, remarks::add);
        return new ModelAndView(template)
                .addObject("order", order)
                .addObject("files", imports.files(order.id()))
                .addObject("remarks", remarks);
    }

    @PostMapping("/imports/{id}/run")
    String start(@PathVariable long id) {
        imports.start(id);
        return "redirect:/imports/" + id;
    }

    @DeleteMapping("/imports/{id}/run")
    String cancel(@PathVariable long id) {
        imports.cancel(id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/undoing")
    String undo(@PathVariable long id) {
        imports.undo(id);
        return "redirect:/imports/" + id;
    }

    @DeleteMapping("/imports/{id}")
    String discard(@PathVariable long id) {
        imports.discard(id);
        return "redirect:/imports";
    }
}
