package doppelpass.news;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** News at the top of the navigation, with how many are unread. */
@Component
class NewsMenu implements Menu {
    private final News news;

    NewsMenu(News news) {
        this.news = news;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(
                Section.TOP, 20, "news.title", "/news", "bell", reader -> news.unread(reader.id(), reader.roles())));
    }
}
