package doppelpass;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.web.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** House rules that a machine can check; each failure names the place and what to do. */
class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern BANNED = Pattern.compile(
            "\\b(TODO|FIXME|XXX|HACK)\\b|@author|UnsupportedOperationException|lorem ipsum|coming soon|System\\.out\\.print",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern METHOD = Pattern.compile(
            "^    (?!return|else|new|throw|if|for|while|switch|try|catch|.*\\b(class|record|interface|enum) )[\\w<@][^;={]*\\([^;]*\\)?[^;]*\\{\\s*$");

    @Test
    void javaFilesAreShort() {
        assertThat(files(MAIN, ".java").filter(f -> lines(f).size() > 300).map(TidyTest::sized))
                .as("files over 300 lines: split by what the parts are about")
                .isEmpty();
    }

    @Test
    void templatesAreShort() {
        assertThat(files(MAIN, ".jte").filter(f -> lines(f).size() > 90).map(TidyTest::sized))
                .as("templates over 90 lines: cut fragments out")
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        List<String> longOnes =
                files(MAIN, ".java").flatMap(f -> longMethods(f).stream()).toList();
        assertThat(longOnes).as("methods over 40 lines: name their parts").isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        List<String> found = new ArrayList<>();
        files(MAIN, ".java", ".jte", ".sql", ".js").forEach(file -> {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (BANNED.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        });
        assertThat(found).as("banned words: do it now or leave it out").isEmpty();
    }

    @Test
    void templatesCarryNoInlineStyleOrScript() {
        Pattern inline = Pattern.compile("\\sstyle=\"|\\son(click|change|submit|input|load)=|<script(?! src)|<style");
        assertThat(files(MAIN, ".jte")
                        .filter(f -> inline.matcher(text(f)).find())
                        .toList())
                .as("the content security policy drops inline style and script: use a class, an SVG attribute, app.js")
                .isEmpty();
    }

    @Test
    void paragraphsHoldNothingThatEndsThem() {
        Pattern block =
                Pattern.compile("<p[ >](?:(?!</p>).)*?<(form|div|ul|ol|dl|table|details|section)", Pattern.DOTALL);
        assertThat(files(MAIN, ".jte")
                        .filter(f -> block.matcher(text(f)).find())
                        .toList())
                .as("a browser closes the paragraph there, and what should stand in a line stands in a column")
                .isEmpty();
    }

    @Test
    void everyTextExistsInBothLanguages() {
        Set<String> german = new TreeSet<>(Messages.texts("de").keySet());
        Set<String> english = new TreeSet<>(Messages.texts("en").keySet());
        Set<String> onlyOne = new TreeSet<>(german);
        onlyOne.addAll(english);
        onlyOne.removeIf(key -> german.contains(key) && english.contains(key));
        assertThat(onlyOne).as("keys in one language only").isEmpty();
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Pattern asked = Pattern.compile("\\bt\\(\"([\\w.-]+)\"[,)]|Refusal\\.\\w+\\(\"([\\w.-]+)\"[,)]");
        Set<String> missing = new TreeSet<>();
        files(MAIN, ".java", ".jte").forEach(file -> {
            Matcher matcher = asked.matcher(text(file));
            while (matcher.find()) {
                String key = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                if (!Messages.has(key)) {
                    missing.add(key + " in " + file);
                }
            }
        });
        assertThat(missing).as("texts without a translation").isEmpty();
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        Pattern words = Pattern.compile(">([^<>@{}$]*[A-Za-zÄÖÜäöüß]{3,}[^<>@{}$]*)<");
        Set<String> allowed = Set.of("Doppelpass", "Deutsch", "English");
        Set<String> found = new TreeSet<>();
        files(MAIN, ".jte").forEach(file -> {
            String html = text(file)
                    .replaceAll("(?s)<%--.*?--%>", "")
                    .replaceAll("(?m)^@(import|param).*$", "")
                    .replaceAll("(?m)^\\s*@(if|elseif|else|for|endif|endfor|template)\\b.*$", "");
            Matcher matcher = words.matcher(html);
            while (matcher.find()) {
                if (!allowed.contains(matcher.group(1).strip())) {
                    found.add(file + ": " + matcher.group(1).strip());
                }
            }
        });
        assertThat(found)
                .as("hard-coded text: put it into the module's messages")
                .isEmpty();
    }

    @Test
    void everyTemplateIsUsed() {
        String all = files(MAIN, ".java", ".jte").map(TidyTest::text).collect(Collectors.joining("\n"));
        List<String> unused = files(MAIN, ".jte")
                .filter(file -> !file.toString().contains("/web/views/"))
                .filter(file -> {
                    String path = MAIN.relativize(file).toString().replace(".jte", "");
                    String call = "@template." + path.replace('/', '.') + "(";
                    String name = path.replaceFirst("^doppelpass/", "").replaceFirst("/views/", "/");
                    return !all.contains(call)
                            && !all.contains("\"" + name + "\"")
                            && !all.contains("/" + file.getFileName());
                })
                .map(Path::toString)
                .toList();
        assertThat(unused).as("templates nobody shows: delete them").isEmpty();
    }

    @Test
    void namesOfTestsAreSentences() {
        Pattern vague = Pattern.compile("void (test\\w*|works|should\\w*)\\(\\)");
        assertThat(files(TESTS, ".java")
                        .filter(f -> vague.matcher(text(f)).find())
                        .toList())
                .as("a test's name is a sentence")
                .isEmpty();
    }

    private static List<String> longMethods(Path file) {
        List<String> lines = lines(file);
        List<String> found = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            if (METHOD.matcher(lines.get(start)).matches()) {
                int end = lines.subList(start, lines.size()).indexOf("    }") + start;
                if (end - start + 1 > 40) {
                    found.add(file + ":" + (start + 1) + " " + (end - start + 1) + " lines");
                }
            }
        }
        return found;
    }

    private static java.util.stream.Stream<Path> files(Path root, String... endings) {
        Set<String> wanted = new HashSet<>(List.of(endings));
        try (var all = Files.walk(root)) {
            return all.filter(f -> wanted.stream().anyMatch(f.toString()::endsWith)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sized(Path file) {
        return file + ": " + lines(file).size();
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
