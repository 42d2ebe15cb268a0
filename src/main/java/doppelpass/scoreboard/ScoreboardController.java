package doppelpass.scoreboard;

import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.kpi.LatestMonth;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The scoreboard of a month. */
@Controller
class ScoreboardController {
    private final Scoreboards scoreboards;
    private final LatestMonth latest;
    private final Organisations organisations;
    private final Clock clock;

    ScoreboardController(Scoreboards scoreboards, LatestMonth latest, Organisations organisations, Clock clock) {
        this.scoreboards = scoreboards;
        this.latest = latest;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/scoreboard")
    ModelAndView show(@RequestParam(defaultValue = "") String month, @Me Person me) {
        YearMonth current =
                YearMonth.from(clock.instant().atZone(organisations.get().zone()));
        Locale locale = Locale.forLanguageTag(me.language());
        Scoreboard board = scoreboards.of(
                month.isBlank() ? current : parsed(month),
                locale,
                Messages.text(locale, "scoreboard.profit"),
                Messages.text(locale, "scoreboard.plan"));
        return new ModelAndView("scoreboard/show")
                .addObject("board", board)
                .addObject(
                        "latest", board.quiet() ? latest.before(board.month()).orElse(null) : null)
                .addObject("months", choices(current, board.month()));
    }

    /** The last three years and, if it lies elsewhere, the month that is shown. */
    private static List<YearMonth> choices(YearMonth current, YearMonth shown) {
        return Stream.concat(
                        Stream.iterate(current, month -> month.minusMonths(1)).limit(36), Stream.of(shown))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static YearMonth parsed(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw Refusal.of("scoreboard.error.month", month);
        }
    }
}
