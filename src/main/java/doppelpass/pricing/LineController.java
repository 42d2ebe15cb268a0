package doppelpass.pricing;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Asked;
import doppelpass.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lines of a deal: each change answers with all of them, and tells the page that its money is another. */
@Controller
class LineController {
    private final Lines lines;
    private final Proposals proposals;
    private final PriceBooks books;
    private final LinePart part;
    private final Access access;

    LineController(Lines lines, Proposals proposals, PriceBooks books, LinePart part, Access access) {
        this.lines = lines;
        this.proposals = proposals;
        this.books = books;
        this.part = part;
        this.access = access;
    }

    @PostMapping("/deals/{id}/lines")
    ModelAndView add(
            @Me Person me,
            @PathVariable long id,
            @ModelAttribute LineForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse answer) {
        access.demandChange(code(id), me);
        LineForm filled = proposals.filled(form, id);
        if (filled.priceless()) throw Refusal.of("pricing.error.freePrice");
        Line line = filled.line(0, id, proposals.currency(), reader(me));
        lines.add(id, lines.costed(line, null), filled.placeNumber(), me);
        return changed(id, me, fragment, answer).addObject("again", true);
    }

    @PutMapping("/deals/{id}/terms")
    ModelAndView agree(
            @Me Person me,
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse answer) {
        access.demandChange(code(id), me);
        Asked asked = new Asked(sent);
        Long book = asked.number("book");
        if (book != null) books.find(book);
        Discount discount = Discount.parse(asked.text("discount"), proposals.currency())
                .orElseThrow(() -> Refusal.of("pricing.error.discount"));
        lines.agree(id, new Terms(book, discount), me);
        return changed(id, me, fragment, answer);
    }

    @GetMapping("/lines/{id}/edit")
    ModelAndView edit(@Me Person me, @PathVariable long id) {
        Line line = open(id, me);
        return new ModelAndView("pricing/line-form")
                .addObject("line", line)
                .addObject("form", LineForm.of(line, proposals.currency(), 0, reader(me)));
    }

    @PutMapping("/lines/{id}")
    ModelAndView change(
            @Me Person me,
            @PathVariable long id,
            @ModelAttribute LineForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse answer) {
        Line before = open(id, me);
        Line line = form.line(id, before.dealId(), proposals.currency(), reader(me));
        lines.change(lines.costed(line, before), me);
        return changed(before.dealId(), me, fragment, answer)
                .addObject("changed", LineForm.of(before, proposals.currency(), 0, reader(me)))
                .addObject("line", id);
    }

    @PutMapping("/lines/{id}/place")
    ModelAndView place(
            @Me Person me,
            @PathVariable long id,
            @RequestParam int place,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse answer) {
        long deal = open(id, me).dealId();
        lines.place(id, place);
        return changed(deal, me, fragment, answer);
    }

    @DeleteMapping("/lines/{id}")
    ModelAndView remove(
            @Me Person me,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletResponse answer) {
        Line line = open(id, me);
        List<Long> order =
                lines.of(line.dealId()).lines().stream().map(p -> p.line().id()).toList();
        lines.remove(id, me);
        return changed(line.dealId(), me, fragment, answer)
                .addObject("removed", LineForm.of(line, proposals.currency(), order.indexOf(id), reader(me)));
    }

    private Line open(long id, Person me) {
        Line line = lines.find(id);
        access.demandChange(code(line.dealId()), me);
        return line;
    }

    private ModelAndView changed(long deal, Person me, boolean fragment, HttpServletResponse answer) {
        if (!fragment) return new ModelAndView("redirect:/deals/" + deal);
        answer.setHeader("HX-Trigger", "money-changed");
        return new ModelAndView("pricing/lines").addObject("panel", part.panel(deal, me));
    }

    private static Locale reader(Person me) {
        return Locale.forLanguageTag(me.language());
    }

    private static String code(long deal) {
        return Subject.deal(deal).code();
    }
}
