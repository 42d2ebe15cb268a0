package doppelpass.rules;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.web.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSourceResolvable;

/** Bad input gets a problem that names the place, the cause and, where it can be guessed, what was meant. */
class RuleProblemsTest {
    /** Place, message key without its prefix, suggestion, rule text. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            1:6  ¦ unknown_field       ¦ fit        ¦ lead.fitt >= 60
            1:14 ¦ unknown_field       ¦ country    ¦ lead.contact.contry == "DE"
            1:30 ¦ unknown_field       ¦ kind       ¦ lead.touchpoints.exists(t, t.kin == "x")
            1:26 ¦ unknown_field       ¦ at         ¦ lead.touchpoints.all(t,t.t < now)
            1:51 ¦ unknown_field       ¦ kind       ¦ lead.touchpoints.filter(t, t.at < now).exists(u,u.kinds == "x")
            1:10 ¦ unknown_field       ¦ name       ¦ has(lead.nam)
            1:16 ¦ unknown_field       ¦ name       ¦ "😀😀" == lead.nme
            1:6  ¦ unknown_field       ¦            ¦ lead.turnover > 3
            1:1  ¦ unknown_name        ¦ lead.fit   ¦ fit > 60
            1:1  ¦ unknown_name        ¦ lead       ¦ leat.fit > 60
            1:11 ¦ unknown_function    ¦ startsWith ¦ lead.name.startWith("x")
            1:18 ¦ wrong_arguments     ¦            ¦ lead.touchpoints.exists(t)
            1:9  ¦ unknown_term        ¦ hot        ¦ lead.is("hott")
            1:6  ¦ unknown_term        ¦            ¦ term("customer")
            1:29 ¦ mismatch            ¦            ¦ lead.fit >= 60 && lead.name > 3
            1:1  ¦ mismatch_one        ¦            ¦ !lead.fit
            1:11 ¦ branches            ¦            ¦ lead.open ? 1 : "x"
            1:24 ¦ macro_condition     ¦            ¦ lead.touchpoints.exists(t, t.kind)
            1:14 ¦ chained             ¦            ¦ 1 < lead.fit < 5
            1:11 ¦ null_comparison     ¦            ¦ lead.name == null
            1:10 ¦ day_and_time        ¦            ¦ lead.due >= now
            1:17 ¦ time_as_text        ¦            ¦ lead.created_at > "2026-01-01"
            1:11 ¦ in_text             ¦            ¦ lead.name in "abc"
            1:20 ¦ mixed_list          ¦            ¦ lead.name in ["a", 1]
            1:1  ¦ not_a_condition     ¦            ¦ lead.fit
            1:12 ¦ ends_early          ¦            ¦ lead.fit >=
            1:11 ¦ ends_early          ¦            ¦ (lead.open
            1:10 ¦ syntax              ¦            ¦ lead.open)
            1:18 ¦ syntax              ¦            ¦ lead.name == "x" ; drop table lead
            1:16 ¦ operator_word       ¦ &&         ¦ lead.fit >= 60 and lead.open
            1:11 ¦ operator_word       ¦ ||         ¦ lead.open oder lead.hot
            1:11 ¦ single_equals       ¦ ==         ¦ lead.name = "x"
            1:10 ¦ not_equals          ¦ !=         ¦ lead.fit <> 3
            1:14 ¦ open_text           ¦            ¦ lead.name == "x
            1:14 ¦ quotes              ¦ "          ¦ lead.name == „x“
            1:12 ¦ number_range        ¦            ¦ lead.fit > 99999999999999999999
            1:14 ¦ number_range        ¦            ¦ lead.price > 1e999
            1:14 ¦ bad_character       ¦            ¦ lead.name == "a\\u0000"
            1:11 ¦ map                 ¦            ¦ lead.tags.map(t, t).size() > 1
            1:10 ¦ index               ¦            ¦ lead.tags[0] == "a"
            1:6  ¦ list_as_value       ¦            ¦ lead.tags == ["a"]
            1:6  ¦ record_as_value     ¦            ¦ lead.contact == lead.contact
            1:17 ¦ list_has_no_fields  ¦            ¦ lead.touchpoints.kind == "x"
            1:10 ¦ no_fields           ¦            ¦ lead.name.first == "x"
            1:5  ¦ not_a_list          ¦            ¦ lead.name.exists(t, t == "x")
            1:1  ¦ unsupported_list    ¦            ¦ ["a"].exists(x, x == lead.name)
            1:17 ¦ unsupported_function ¦           ¦ lead.created_at.getFullYear() == 2026
            1:1  ¦ unsupported_function ¦           ¦ dyn(lead.fit) == 3
            1:22 ¦ unsupported         ¦            ¦ subject.lead{fit: 3}.fit == 3
            1:26 ¦ macro_arguments     ¦            ¦ lead.touchpoints.exists(t.x, true)
            1:29 ¦ bad_timestamp       ¦            ¦ lead.created_at > timestamp("gestern")
            1:34 ¦ bad_duration        ¦            ¦ lead.created_at > now - duration("30 Tage")
            1:17 ¦ bad_date            ¦            ¦ lead.due > date("31.12.2026")
            1:17 ¦ year_range          ¦            ¦ lead.due > date("0026-12-31")
            1:25 ¦ span_range          ¦            ¦ lead.created_at > now - days(40000)
            1:35 ¦ fixed_only          ¦            ¦ lead.created_at > now - days(lead.fit)
            1:10 ¦ whole_days          ¦            ¦ lead.due + hours(3) > today
            1:19 ¦ pattern             ¦            ¦ lead.name.matches("(a)\\\\1")
            """)
    void eachMistakeIsNamedAtItsPlace(String place, String key, @Nullable String suggestion, String text) {
        Problem problem =
                SomeSubjects.problems(SomeSubjects.rules(SomeRules.TERMS), text).getFirst();
        assertThat(problem.line() + ":" + problem.column()).as("place").isEqualTo(place);
        assertThat(problem.messageKey()).isEqualTo("rules." + key);
        assertThat(problem.suggestion()).as("suggestion").isEqualTo(suggestion);
    }

    @Test
    void allMistakesAreReportedAtOnceWithTheirLines() {
        List<Problem> problems = SomeSubjects.problems("""
                lead.fitt >= 60 &&
                  lead.name > 3 &&
                  lead.contact.contry == "DE\"""");
        assertThat(problems.stream().map(p -> p.line() + ":" + p.column() + " " + p.messageKey()))
                .containsExactly("1:6 rules.unknown_field", "2:13 rules.mismatch", "3:16 rules.unknown_field");
    }

    @Test
    void mistakesBehindTheTypeCheckAreAlsoReportedAtOnce() {
        assertThat(SomeSubjects.problems(
                        "lead.tags == [\"a\"] || !(lead.due > date(\"x\")) || lead.name.matches(\"[\")"))
                .extracting(Problem::messageKey)
                .containsExactly("rules.list_as_value", "rules.bad_date", "rules.pattern");
    }

    @Test
    void anEmptyTextIsNoRule() {
        assertThat(SomeSubjects.problems("")).extracting(Problem::messageKey).containsExactly("rules.empty");
        assertThat(SomeSubjects.problems(" \n "))
                .extracting(Problem::messageKey)
                .containsExactly("rules.empty");
    }

    @Test
    void aChoiceThatDoesNotExistIsAWarningBecauseListsChange() {
        Rule rule = SomeSubjects.rule("lead.source in [\"web\", \"partnr\"] || \"evnt\" == lead.source");
        assertThat(rule.warnings().stream().map(p -> p.column() + " " + p.messageKey() + " " + p.suggestion()))
                .containsExactly("24 rules.unknown_choice partner", "37 rules.unknown_choice event");
    }

    @Test
    void problemsAreSaidInBothLanguages() {
        Problem problem = SomeSubjects.problems("lead.fit + lead.name == 1").getFirst();
        assertThat(said(problem, Locale.GERMAN))
                .isEqualTo("„+“ passt nicht zwischen diese Typen: ganze Zahl und Text.");
        assertThat(said(problem, Locale.ENGLISH))
                .isEqualTo("“+” cannot be used between these types: whole number and text.");
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Map<String, String> german = ours("de");
        assertThat(german.keySet()).isEqualTo(ours("en").keySet());
        ours("en")
                .forEach((key, text) -> assertThat(arguments(german.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(text)));
    }

    static String said(MessageSourceResolvable word, Locale locale) {
        Object[] arguments = word.getArguments() == null ? new Object[0] : word.getArguments();
        String key = word.getCodes() == null ? "" : word.getCodes()[0];
        String plain = word.getDefaultMessage();
        if (plain != null && !Messages.has(key)) return plain;
        Object[] said = Arrays.stream(arguments)
                .map(argument -> argument instanceof MessageSourceResolvable inner ? said(inner, locale) : argument)
                .toArray();
        return Messages.text(locale, key, said);
    }

    private static Map<String, String> ours(String language) {
        return Messages.texts(language).entrySet().stream()
                .filter(text -> text.getKey().startsWith("rules."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> arguments(String text) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }
}
