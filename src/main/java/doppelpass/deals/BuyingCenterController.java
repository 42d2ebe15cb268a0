package doppelpass.deals;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Roles in a buying center, set on the page of the deal. */
@Controller
class BuyingCenterController {
    private final BuyingCenters centers;
    private final Clock clock;

    BuyingCenterController(BuyingCenters centers, Clock clock) {
        this.centers = centers;
        this.clock = clock;
    }

    @PutMapping("/deals/{id}/buying-center")
    ModelAndView put(
            @Me Person me,
            @PathVariable long id,
            @RequestParam long contact,
            @RequestParam String role,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        centers.put(id, contact, BuyingRole.of(role).orElseThrow(() -> Refusal.of("deals.error.role")), me);
        return answer(id, fragment);
    }

    @DeleteMapping("/deals/{id}/buying-center/{contact}")
    ModelAndView remove(
            @PathVariable long id,
            @PathVariable long contact,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        centers.remove(id, contact);
        return answer(id, fragment);
    }

    private ModelAndView answer(long id, boolean fragment) {
        return fragment
                ? new ModelAndView("deals/buying-center", BuyingCenterPart.model(centers, id, clock.instant()))
                : new ModelAndView("redirect:/deals/" + id);
    }
}
