package doppelpass.deals;

import doppelpass.deals.Pipelines.PipelineNames;
import doppelpass.identity.Me;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The editor of pipelines and stages. */
@Controller
class PipelineController {
    private static final String BACK = "redirect:/pipelines";

    private final Pipelines pipelines;
    private final Organisations organisations;

    PipelineController(Pipelines pipelines, Organisations organisations) {
        this.pipelines = pipelines;
        this.organisations = organisations;
    }

    @GetMapping("/pipelines")
    ModelAndView index(@Me Person me) {
        return new ModelAndView("deals/pipelines")
                .addObject("pipelines", pipelines.all())
                .addObject("mayWrite", me.administrator());
    }

    @PostMapping("/pipelines")
    String add(@RequestParam String name) {
        pipelines.add(new PipelineNames(name, word("qualification"), word("won"), word("lost")));
        return BACK;
    }

    @PutMapping("/pipelines/{id}")
    String rename(@PathVariable long id, @RequestParam String name) {
        pipelines.rename(id, name);
        return BACK;
    }

    @PostMapping("/pipelines/{id}/stages")
    String addStage(@PathVariable long id, @RequestParam String name, @RequestParam int probability) {
        pipelines.addStage(id, name, probability);
        return BACK;
    }

    @PutMapping("/stages/{id}")
    String changeStage(
            @PathVariable long id, @RequestParam String name, @RequestParam(defaultValue = "0") int probability) {
        pipelines.changeStage(id, name, probability);
        return BACK;
    }

    @PutMapping("/stages/{id}/place")
    String shiftStage(@PathVariable long id, @RequestParam String towards) {
        pipelines.shiftStage(id, towards.equals("start"));
        return BACK;
    }

    @DeleteMapping("/stages/{id}")
    String deleteStage(@PathVariable long id) {
        pipelines.deleteStage(id);
        return BACK;
    }

    private String word(String key) {
        Organisation organisation = organisations.get();
        return Messages.text(organisation.locale(), "deals.default." + key);
    }
}
