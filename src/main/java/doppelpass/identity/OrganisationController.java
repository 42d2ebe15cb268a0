package doppelpass.identity;

import doppelpass.core.Holidays;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organisation's own settings, for administrators. */
@Controller
class OrganisationController {
    private final Organisations organisations;
    private final Clock clock;

    OrganisationController(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/organisation")
    ModelAndView show(@Me Person me) {
        return page(me, OrganisationForm.of(organisations.get()), Map.of());
    }

    @PutMapping("/organisation")
    ModelAndView change(@Me Person me, @ModelAttribute OrganisationForm form) {
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            ModelAndView again = page(me, form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        organisations.change(form.toOrganisation(organisations.get()));
        return new ModelAndView("redirect:/organisation");
    }

    /** Answers while one types. */
    @GetMapping("/organisation/week")
    ModelAndView week(@RequestParam(defaultValue = "") String week) {
        return new ModelAndView("identity/week-reading").addObject("reading", WeekReading.of(week.strip()));
    }

    private ModelAndView page(Person me, OrganisationForm form, Map<String, String> errors) {
        Organisation organisation = organisations.get();
        int year = clock.instant().atZone(organisation.zone()).getYear();
        return new ModelAndView("identity/organisation")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("organisation", organisation)
                .addObject("reading", WeekReading.of(Objects.requireNonNullElse(form.week(), "")))
                .addObject("year", year)
                .addObject(
                        "holidays",
                        new TreeMap<>(Holidays.named(
                                organisation.country(),
                                organisation.region(),
                                year,
                                java.util.Locale.forLanguageTag(me.language()))));
    }
}
