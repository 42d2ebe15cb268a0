package doppelpass.news;

import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One piece of news for one reader; the name of the record is empty once it is gone. */
public record NewsItem(
        long id,
        Subject record,
        String name,
        String source,
        String text,
        @Nullable String word,
        @Nullable String said,
        boolean mention,
        @Nullable String actor,
        Instant at,
        boolean read) {

    NewsItem named(String found) {
        return new NewsItem(id, record, found, source, text, word, said, mention, actor, at, read);
    }

    /** Where on the page of the record it stands. */
    public String url() {
        return record.url() + "#" + source;
    }

    public String sentence() {
        return sentence(Words.local().locale());
    }

    String sentence(Locale locale) {
        String by = actor == null ? Messages.text(locale, "news.nobody") : actor;
        return Messages.text(
                locale, text, by, word == null ? "" : Messages.has(word) ? Messages.text(locale, word) : word);
    }

    public String icon() {
        return mention ? "at" : "bell";
    }
}
