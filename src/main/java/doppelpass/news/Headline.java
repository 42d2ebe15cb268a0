package doppelpass.news;

import org.jspecify.annotations.Nullable;

/**
 * What happened, to be told in each reader's language: {@code text} is a message with the actor as {0} and the word as
 * {1}, which is a message key or stands for itself; {@code said} is quoted below it. The same {@code source} is told to
 * nobody twice: later words replace earlier ones.
 */
public record Headline(
        String source,
        String text,
        @Nullable String word,
        @Nullable String said,
        @Nullable Long actorId) {
    private static final int LONGEST = 300;

    public Headline {
        said = said == null || said.isBlank() ? null : shortened(said.strip());
    }

    static String shortened(String said) {
        return said.length() <= LONGEST
                ? said
                : said.substring(0, said.offsetByCodePoints(0, said.codePointCount(0, LONGEST - 1))) + "…";
    }
}
