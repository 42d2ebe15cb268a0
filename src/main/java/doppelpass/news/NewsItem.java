package doppelpass.news;

import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news for one reader; the name of the record is empty once it is gone.
 *
 * @param record what it is about; null where it is about nothing
 * @param page where it stands itself, such as a task; null where it stands on the page of the record
 */
public record NewsItem(
        long id,
        @Nullable Subject record,
        @Nullable String page,
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
        return new NewsItem(id, record, page, found, source, text, word, said, mention, actor, at, read);
    }

    Optional<Subject> about() {
        return Optional.ofNullable(record);
    }

    /** Where it stands. */
    public String url() {
        return page == null && record != null ? record.url() + "#" + source : String.valueOf(page);
    }

    /** What it is headed with: its own words where it has a page, else what the record is called. */
    public String head() {
        return page == null || said == null ? name : said;
    }

    /** What is quoted below the head. */
    public @Nullable String quote() {
        return page == null ? said : null;
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
        return mention ? "at" : page == null ? "bell" : "checkbox";
    }
}
