package doppelpass.meetings;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.ListState;
import doppelpass.web.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Actions: mine or everybody's, until they are done. */
@Controller
class ActionController {
    private static final int SHOWN = 50;

    private final Actions actions;

    ActionController(Actions actions) {
        this.actions = actions;
    }

    @GetMapping("/actions")
    ModelAndView list(
            @Me Person me,
            @RequestParam(defaultValue = "mine") String owner,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "false") boolean desc,
            @RequestParam(required = false) @Nullable String at) {
        String column = ActionTable.SORTS.containsKey(sort) ? sort : "due";
        PageRequest request = PageRequest.first(column, desc, SHOWN);
        if (at != null) request = request.at(place(at));
        ActionQuery query = new ActionQuery(owner.equals("all") ? null : me.id(), state);
        Page<Action> page = actions.list(query, request);
        return new ModelAndView("meetings/actions")
                .addObject("me", me)
                .addObject("actions", page.rows())
                .addObject("today", actions.today())
                .addObject("list", new ListState("/actions", Map.of("owner", owner, "state", state), request, page));
    }

    @PutMapping("/actions/{id}/completion")
    String finish(@PathVariable long id, @Me Person me, @RequestParam(defaultValue = "") String result) {
        actions.finish(id, result, me);
        return "redirect:/actions";
    }

    @DeleteMapping("/actions/{id}/completion")
    String reopen(@PathVariable long id, @Me Person me) {
        actions.reopen(id, me);
        return "redirect:/actions";
    }

    private static Cursor place(String at) {
        try {
            return Cursor.decode(at);
        } catch (MalformedText e) {
            throw Refusal.of("web.error.request");
        }
    }
}
