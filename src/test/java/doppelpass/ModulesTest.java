package doppelpass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The borders of the modules, and their picture in the documentation. */
class ModulesTest {
    private static final Path MAP = Path.of("docs/modules.md");
    private static final ApplicationModules MODULES = ApplicationModules.of(Doppelpass.class);

    @Test
    void modulesImportOnlyWhatTheirPackageInfoAllows() {
        MODULES.verify();
    }

    @Test
    void theMapInTheDocsIsFresh() throws IOException {
        String map = map();
        String written = Files.exists(MAP) ? Files.readString(MAP) : "";
        if (!map.equals(written)) {
            Files.writeString(MAP, map);
        }
        assertThat(written)
                .as("docs/modules.md was stale and has been rewritten; look at it and commit it")
                .isEqualTo(map);
    }

    /** From each module's own declaration: what it is for, and what it may use. */
    private static String map() throws IOException {
        StringBuilder map = new StringBuilder("# Modules: what each is for, and what it may use\n\n"
                + "Written by `ModulesTest` from the modules' own declarations; do not edit.\n\n"
                + "| module | purpose | may use |\n|---|---|---|\n");
        for (ApplicationModule module :
                MODULES.stream().sorted((a, b) -> name(a).compareTo(name(b))).toList()) {
            String declared = Files.readString(Path.of("src/main/java/doppelpass", name(module), "package-info.java"));
            String purpose = first(declared, "(?s)/\\*\\*\\s*(.*?)\\s*\\*/").replaceAll("\\s*\\n\\s*\\*\\s*", " ");
            String uses = first(declared, "(?s)allowedDependencies\\s*=\\s*\\{(.*?)\\}")
                    .replaceAll("[\"\\s]+", " ");
            map.append("| %s | %s | %s |\n"
                    .formatted(name(module), purpose, uses.strip().replace(" ,", ",")));
        }
        return map.toString();
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
