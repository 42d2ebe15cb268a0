package doppelpass.tags;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tags in use: renamed and removed in one place. */
@Controller
class TagController {
    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    @GetMapping("/tags")
    ModelAndView index() {
        return new ModelAndView("tags/index").addObject("tags", tags.all());
    }

    @PutMapping("/tags/{id}")
    String rename(@PathVariable long id, @RequestParam String name) {
        tags.rename(id, name);
        return "redirect:/tags";
    }

    @DeleteMapping("/tags/{id}")
    String delete(@PathVariable long id) {
        tags.delete(id);
        return "redirect:/tags";
    }
}
