package doppelpass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
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

    private static String map() {
        String arrows = MODULES.stream()
                .sorted((a, b) -> name(a).compareTo(name(b)))
                .map(module -> "| " + name(module) + " | " + uses(module) + " |")
                .collect(Collectors.joining("\n"));
        return "# Modules and what each one uses\n\nWritten by `ModulesTest`; do not edit.\n\n| module | uses |\n|---|---|\n"
                + arrows + "\n";
    }

    private static String uses(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModulesTest::name)
                .filter(name -> !name.equals(name(module)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
