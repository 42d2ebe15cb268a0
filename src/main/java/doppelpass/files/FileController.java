package doppelpass.files;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Files in and out. What goes out is a download of no particular type; only pictures, told by their content, are shown by
 * the browser, in a sandbox of their own in which nothing runs.
 */
@Controller
class FileController {
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Files files;
    private final FilePart part;
    private final Access access;

    FileController(Files files, FilePart part, Access access) {
        this.files = files;
        this.part = part;
        this.access = access;
    }

    @GetMapping("/files/on/{record}")
    ModelAndView panel(@Me Person me, @PathVariable String record) {
        return answer(access.demand(record, me), me, true, Map.of());
    }

    /** Each file by itself: one that is refused keeps none of the others out. */
    @PostMapping(path = "/files/on/{record}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView add(
            @Me Person me,
            @PathVariable String record,
            @RequestParam List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject subject = access.demand(record, me);
        Refusal refused = null;
        for (MultipartFile file : files) {
            try {
                String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                this.files.add(subject, new Upload(name, file.getSize(), file::getInputStream), me);
            } catch (Refusal no) {
                refused = no;
            }
        }
        if (refused != null) throw refused;
        return answer(subject, me, fragment, Map.of());
    }

    @GetMapping("/files/{id}")
    void download(@Me Person me, @PathVariable long id, HttpServletResponse to) throws IOException {
        StoredFile file = open(id, me);
        head(to, file, "attachment", MediaType.APPLICATION_OCTET_STREAM_VALUE);
        files.send(file, to.getOutputStream());
    }

    @GetMapping("/files/{id}/view")
    void view(@Me Person me, @PathVariable long id, HttpServletResponse to) throws IOException {
        StoredFile file = open(id, me);
        if (!file.viewable()) throw Refusal.notFound();
        head(to, file, "inline", file.type());
        files.send(file, to.getOutputStream());
    }

    @PutMapping("/files/{id}/deletion")
    ModelAndView delete(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        Subject record = files.delete(id, me).record();
        return answer(record, me, fragment, Map.of("said", "files.deleted", "undo", id));
    }

    @DeleteMapping("/files/{id}/deletion")
    ModelAndView restore(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        return answer(files.restore(id, me).record(), me, fragment, Map.of("said", "files.restored"));
    }

    private StoredFile open(long id, Person me) {
        StoredFile file = files.get(id, me);
        if (file.state() == State.QUARANTINED) throw Refusal.conflict("files.error.quarantined", file.name());
        if (file.state() == State.INFECTED) throw Refusal.conflict("files.error.known", file.name());
        return file;
    }

    private static void head(HttpServletResponse to, StoredFile file, String how, String type) {
        to.setContentType(type);
        to.setContentLengthLong(file.sizeBytes());
        to.setHeader("Content-Disposition", FileName.disposition(how, file.name()));
        to.setHeader("Content-Security-Policy", SANDBOX);
        to.setHeader("X-Content-Type-Options", "nosniff");
        to.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        to.setHeader("Cache-Control", "private, no-store");
    }

    private ModelAndView answer(Subject record, Person me, boolean fragment, Map<String, Object> toast) {
        return fragment
                ? new ModelAndView("files/panel", toast).addObject("panel", part.panel(record, me))
                : new ModelAndView("redirect:" + record.url() + "#files");
    }
}
