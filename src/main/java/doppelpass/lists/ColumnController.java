package doppelpass.lists;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Listing;
import doppelpass.web.ListState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Turns the boxes ticked in the dialog of columns into the address of the list. */
@Controller
class ColumnController {
    private final Lists lists;

    ColumnController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping("/lists/{list}/columns")
    String choose(@Me Person me, @PathVariable String list, @RequestParam MultiValueMap<String, String> asked) {
        Listing listing = lists.list(list, me).listing();
        Map<String, String> parameters = new LinkedHashMap<>(asked.toSingleValueMap());
        List<String> columns = asked.getOrDefault("cols", List.of());
        parameters.put("cols", String.join(",", columns));
        String query = ListState.query(parameters);
        return "redirect:" + listing.path() + (query.isEmpty() ? "" : "?" + query);
    }
}
