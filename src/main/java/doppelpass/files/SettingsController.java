package doppelpass.files;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;

/** How much is kept, how large a file may be, and who scans it: for administrators. */
@Controller
class SettingsController {
    private final Files files;

    SettingsController(Files files) {
        this.files = files;
    }

    @GetMapping("/files")
    ModelAndView show() {
        return page(SettingsForm.of(files.settings()), Map.of());
    }

    @PutMapping("/files/settings")
    ModelAndView change(@Me Person me, @ModelAttribute SettingsForm form) {
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            ModelAndView again = page(form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        files.save(form.toSettings(), me);
        return new ModelAndView("redirect:/files");
    }

    private ModelAndView page(SettingsForm form, Map<String, String> errors) {
        return new ModelAndView("files/settings")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("usage", files.usage())
                .addObject("scans", files.settings().scans());
    }
}
