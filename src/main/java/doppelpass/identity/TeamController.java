package doppelpass.identity;

import doppelpass.core.TeamFunction;
import doppelpass.web.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The teams of the organisation, for administrators. */
@Controller
class TeamController {
    private final Staff staff;
    private final People people;
    private final Organisations organisations;

    TeamController(Staff staff, People people, Organisations organisations) {
        this.staff = staff;
        this.people = people;
        this.organisations = organisations;
    }

    @GetMapping("/teams")
    ModelAndView list() {
        return new ModelAndView("identity/teams")
                .addObject("teams", staff.teams())
                .addObject("country", organisations.get().country());
    }

    @PostMapping("/teams")
    String add(
            @RequestParam String name, @RequestParam String function, @RequestParam(defaultValue = "") String region) {
        TeamFunction known = Arrays.stream(TeamFunction.values())
                .filter(f -> f.code().equals(function))
                .findFirst()
                .orElseThrow(() -> Refusal.of("identity.error.function"));
        people.addTeam(name, known, region(region));
        return "redirect:/teams";
    }

    @PutMapping("/teams/{id}")
    String change(@PathVariable long id, @RequestParam String name, @RequestParam(defaultValue = "") String region) {
        staff.changeTeam(id, name, region(region));
        return "redirect:/teams";
    }

    @PutMapping("/teams/{id}/archiving")
    String archive(@PathVariable long id) {
        staff.archiveTeam(id);
        return "redirect:/teams";
    }

    @DeleteMapping("/teams/{id}/archiving")
    String reopen(@PathVariable long id) {
        staff.reopenTeam(id);
        return "redirect:/teams";
    }

    private @Nullable String region(String region) {
        String country = organisations.get().country();
        if (!OrganisationForm.knowsHolidays(country, region)) {
            throw Refusal.of("identity.error.regionOf", region, country);
        }
        return region.isBlank() ? null : region.strip();
    }
}
