package doppelpass.rules;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write who do not know the language yet: = for ==, AND for &&, quotes from a word processor. */
record SyntaxIssue(Place place) {
    private static final Pattern QUOTED = Pattern.compile("(?s)[^']*'(.*?)'( expecting .*)?");
    private static final Map<String, String> OPERATOR_WORDS =
            Map.of("and", "&&", "or", "||", "not", "!", "und", "&&", "oder", "||", "nicht", "!", "is", "==");

    Problem problem(String message, int offset) {
        if (message.contains("recursion limit")) return place.problem(offset, null, "rules.too_deep", Limits.DEPTH);
        if (message.startsWith("For input string")) return place.problem(offset, null, "rules.number_range");
        if (message.startsWith("The argument must be a simple name") || message.contains("macro"))
            return place.problem(offset, null, "rules.macro_arguments");
        Matcher quoted = QUOTED.matcher(message);
        String token = quoted.matches() ? quoted.group(1) : "";
        if (token.equals("<EOF>") || message.contains("at '<EOF>'"))
            return place.problem(place.text().length(), null, "rules.ends_early");
        return near(token.strip(), offset);
    }

    private Problem near(String token, int offset) {
        String operator = OPERATOR_WORDS.get(token.toLowerCase(java.util.Locale.ROOT));
        if (operator != null) return place.problem(offset, operator, "rules.operator_word", token);
        if (place.startsAt(offset - 1, "<>")) return place.problem(offset - 1, "!=", "rules.not_equals");
        if (token.startsWith("=")) return place.problem(offset, "==", "rules.single_equals");
        if (place.startsAt(offset, "'") || place.startsAt(offset, "\""))
            return place.problem(offset, null, "rules.open_text");
        if (!token.isEmpty() && "„“”‚‘’»«›‹".contains(token.substring(0, 1)))
            return place.problem(offset, "\"", "rules.quotes");
        return place.problem(offset, null, "rules.syntax", excerpt(offset));
    }

    private String excerpt(int offset) {
        String rest = place.text()
                .substring(Math.clamp(offset, 0, place.text().length()))
                .strip();
        int end = rest.codePointCount(0, rest.length()) > 20 ? rest.offsetByCodePoints(0, 20) : rest.length();
        return rest.substring(0, end);
    }
}
