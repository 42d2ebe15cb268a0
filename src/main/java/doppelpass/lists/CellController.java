package doppelpass.lists;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One cell of a list: as it is read, as an input, and written; {@code as} says whether it stands on the record's page. */
@Controller
class CellController {
    private final Cells cells;

    CellController(Cells cells) {
        this.cells = cells;
    }

    @GetMapping("/lists/{list}/{id}/{column}")
    ModelAndView show(
            @Me Person me,
            @PathVariable String list,
            @PathVariable long id,
            @PathVariable String column,
            @RequestParam(name = "as", defaultValue = "cell") String part) {
        return cell(cells.open(list, id, column, me).as(part));
    }

    @GetMapping("/lists/{list}/{id}/{column}/edit")
    ModelAndView edit(
            @Me Person me,
            @PathVariable String list,
            @PathVariable long id,
            @PathVariable String column,
            @RequestParam(name = "as", defaultValue = "cell") String part) {
        return new ModelAndView("lists/cell-input")
                .addObject("at", cells.open(list, id, column, me).as(part));
    }

    /**
     * {@code was} is what stood there when the cell was opened: nobody writes over what they have not seen. A record's page is told
     * that one of its facts was written.
     */
    @PutMapping("/lists/{list}/{id}/{column}")
    ModelAndView write(
            @Me Person me,
            @PathVariable String list,
            @PathVariable long id,
            @PathVariable String column,
            @RequestParam(name = "as", defaultValue = "cell") String part,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String was,
            HttpServletResponse answer) {
        OpenCell written = cells.write(list, id, column, value.strip(), was, me).as(part);
        if (written.fact()) answer.setHeader("HX-Trigger", "fact-written");
        return cell(written).addObject("before", was.equals(written.stored()) ? null : was);
    }

    private static ModelAndView cell(OpenCell at) {
        return new ModelAndView("lists/cell-again").addObject("at", at);
    }
}
