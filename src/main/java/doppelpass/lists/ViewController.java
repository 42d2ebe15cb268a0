package doppelpass.lists;

import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.lists.View.Scope;
import doppelpass.lists.plug.Listing;
import doppelpass.web.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved views of a list. */
@Controller
class ViewController {
    /** For whom a view may be, in the order of the form. */
    public static final List<String> SCOPES =
            Arrays.stream(Scope.values()).map(Scope::code).toList();

    private final Lists lists;
    private final Views views;

    ViewController(Lists lists, Views views) {
        this.lists = lists;
        this.views = views;
    }

    @PostMapping("/lists/{list}/views")
    String save(
            @Me Person me,
            @PathVariable String list,
            @RequestParam String name,
            @RequestParam String scope,
            @RequestParam(defaultValue = "") String address) {
        Listing listing = lists.list(list, me).listing();
        long id = views.save(listing.name(), name, scope(scope), address, me);
        return "redirect:" + views.find(id, me).orElseThrow().url();
    }

    @PutMapping("/lists/{list}/views/{id}")
    String change(
            @Me Person me,
            @PathVariable String list,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String scope,
            @RequestParam(required = false) @Nullable String address) {
        lists.list(list, me);
        views.change(id, name, scope(scope), address, me);
        return "redirect:" + views.find(id, me).orElseThrow().url();
    }

    @DeleteMapping("/lists/{list}/views/{id}")
    String remove(@Me Person me, @PathVariable String list, @PathVariable long id) {
        Listing listing = lists.list(list, me).listing();
        views.remove(id, me);
        return "redirect:" + listing.path();
    }

    private static Scope scope(String code) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
