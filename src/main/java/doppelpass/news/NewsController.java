package doppelpass.news;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Me;
import doppelpass.identity.Person;
import doppelpass.web.Asked;
import doppelpass.web.ListState;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one page of mentions and of what happened to followed records. */
@Controller
class NewsController {
    private final News news;
    private final Follows follows;

    NewsController(News news, Follows follows) {
        this.news = news;
        this.follows = follows;
    }

    @GetMapping("/news")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        PageRequest request = asked.page(Set.of(), "occurred", true);
        String only = asked.oneOf("only", News.FILTERS);
        Page<NewsItem> page = news.page(me, only, request);
        return new ModelAndView("news/index")
                .addObject("only", only)
                .addObject("items", page.rows())
                .addObject("unread", news.unread(me.id(), me.roles()))
                .addObject("state", new ListState("/news", Map.of("only", only), request, page))
                .addObject("preference", follows.preference(me));
    }

    @PutMapping("/news/{id}/reading")
    String read(@Me Person me, @PathVariable long id, @RequestParam(defaultValue = "") String only) {
        news.read(me, id);
        return back(only);
    }

    @PutMapping("/news/reading")
    String readAll(@Me Person me, @RequestParam(defaultValue = "") String only) {
        news.readAll(me);
        return back(only);
    }

    @PutMapping("/news/settings")
    String prefer(
            @Me Person me,
            @RequestParam(defaultValue = "false") boolean mentionMail,
            @RequestParam(defaultValue = "false") boolean digest) {
        follows.prefer(me, new Preference(mentionMail, digest));
        return "redirect:/news";
    }

    private static String back(String only) {
        return "redirect:/news" + (News.FILTERS.contains(only) ? "?only=" + only : "");
    }
}
