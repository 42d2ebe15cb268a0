package doppelpass.leads;

import doppelpass.identity.Me;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.web.Choice;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form with which one team asks another: about a contact, company, lead or deal. */
@Controller
class TeamPassController {
    private final TeamPasses passes;
    private final People people;
    private final Clock clock;

    TeamPassController(TeamPasses passes, People people, Clock clock) {
        this.passes = passes;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/hand-overs/new")
    ModelAndView ask(
            @Me Person me,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String kind) {
        if (about.isBlank()) return new ModelAndView("redirect:/hand-overs");
        return form(me, about, Map.of("kind", kind), Map.of());
    }

    @PostMapping("/hand-overs")
    ModelAndView offer(@Me Person me, @RequestParam Map<String, String> sent) {
        String about = sent.getOrDefault("about", "");
        Optional<Handover.Kind> kind = kind(me, sent.getOrDefault("kind", ""));
        Map<String, String> errors = new HashMap<>();
        if (kind.isEmpty()) errors.put("kind", "web.error.required");
        for (String field : List.of("title", "message")) {
            if (sent.getOrDefault(field, "").isBlank()) errors.put(field, "leads.error." + field);
        }
        if (!errors.isEmpty()) {
            ModelAndView page = form(me, about, sent, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var pass = new TeamPass(
                kind.orElseThrow(),
                subjects(about),
                sent.getOrDefault("title", ""),
                sent.getOrDefault("message", ""),
                team(sent.getOrDefault("team", "")));
        long id = passes.offer(pass, me, clock.instant());
        return new ModelAndView("redirect:/hand-overs/" + id + "?box=out");
    }

    private ModelAndView form(Person me, String about, Map<String, String> values, Map<String, String> errors) {
        Map<Subject, String> names = passes.names(subjects(about));
        if (names.isEmpty()) throw Refusal.notFound();
        List<Handover.Kind> kinds = TeamPasses.kindsOf(me.function());
        return new ModelAndView("leads/team-pass-form")
                .addObject("about", about)
                .addObject("names", names)
                .addObject("kinds", kinds)
                .addObject("teams", teams(kinds))
                .addObject("values", values)
                .addObject("errors", errors);
    }

    /** Worth a question only where a function has several teams. */
    private List<Choice> teams(List<Handover.Kind> kinds) {
        List<Team> possible = people.teams().stream()
                .filter(team -> kinds.stream().anyMatch(kind -> kind.to() == team.function()))
                .toList();
        boolean clear = possible.stream().map(Team::function).distinct().count() == possible.size();
        return clear
                ? List.of()
                : possible.stream()
                        .map(team -> new Choice(Long.toString(team.id()), team.name()))
                        .toList();
    }

    private static About subjects(String codes) {
        return About.of(Subject.parse(codes).orElseThrow(Refusal::notFound));
    }

    private static Optional<Handover.Kind> kind(Person me, String code) {
        return TeamPasses.kindsOf(me.function()).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    private static @Nullable Long team(String id) {
        return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
    }
}
