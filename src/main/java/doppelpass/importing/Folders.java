package doppelpass.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of an export of a known system: a preset says which file is what. */
@Component
class Folders {
    private final Imports imports;

    Folders(Imports imports) {
        this.imports = imports;
    }

    /** A file of an export, wherever it lies. */
    record Source(String name, Content content) {}

    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    long begin(Path folder, Json.Preset preset, String system, @Nullable Long by) {
        return begin(String.valueOf(folder.getFileName()), sources(folder), preset, system, by);
    }

    /** Begins an import of every file the preset knows, in the order in which they build on each other. */
    long begin(String name, List<Source> files, Json.Preset preset, String system, @Nullable Long by) {
        List<Found> found = new ArrayList<>();
        Set<Source> rest = new LinkedHashSet<>(files);
        for (Json.Entry entry : preset.files()) {
            for (Source file : files) {
                if (entry.names().stream().anyMatch(n -> named(file, n)) && fits(file, entry)) {
                    found.add(new Found(file, entry.mapping()));
                    rest.remove(file);
                }
            }
        }
        if (found.isEmpty()) {
            throw new BrokenFile(name + " holds no file that the preset " + preset.name() + " knows");
        }
        found.sort(Comparator.comparingInt(
                f -> imports.object(f.mapping().object()).order()));
        long id = imports.begin(name, system, by);
        found.forEach(f -> add(id, f.file(), f.mapping()));
        rest.forEach(file -> imports.skip(id, file.name(), reason(preset, file)));
        return id;
    }

    private record Found(Source file, Mapping mapping) {}

    private static boolean fits(Source file, Json.Entry entry) {
        return entry.having().isEmpty() || header(file).stream().anyMatch(entry.having()::contains);
    }

    private static List<String> header(Source file) {
        try {
            Path copy = Files.createTempFile("doppelpass", null);
            try (InputStream content = file.content().open()) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                return FileHead.of(copy, null, null).header();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new BrokenFile("Cannot read " + file.name() + ": " + e.getMessage());
        }
    }

    private void add(long importId, Source file, Mapping mapping) {
        try {
            long added = imports.add(importId, file.name(), file.content().open());
            FileHead head = imports.head(imports.file(added), mapping);
            imports.map(added, fitted(mapping, head.header()));
        } catch (IOException e) {
            throw new BrokenFile("Cannot read " + file.name() + ": " + e.getMessage());
        }
    }

    /** A preset knows the columns of several editions; those the file lacks are left out, the first of two wins. */
    static Mapping fitted(Mapping mapping, List<String> header) {
        Set<String> filled = new HashSet<>();
        List<Mapping.Column> columns = mapping.columns().stream()
                .filter(c -> header.contains(c.column()))
                .filter(c -> filled.add(c.field()))
                .toList();
        return new Mapping(
                mapping.object(),
                columns,
                mapping.constants(),
                mapping.numbers(),
                mapping.dates(),
                mapping.encoding(),
                mapping.delimiter(),
                mapping.match());
    }

    private static String reason(Json.Preset preset, Source file) {
        return preset.skipped().entrySet().stream()
                .filter(e -> named(file, e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("importing.skipped.unknown");
    }

    /** {@code Accounts.csv}, and {@code Accounts_001.csv} of a backup in parts. */
    private static boolean named(Source file, String name) {
        String stem = file.name().replaceFirst("\\.[^.]*$", "");
        return stem.equalsIgnoreCase(name)
                || stem.toLowerCase(java.util.Locale.ROOT)
                        .matches(java.util.regex.Pattern.quote(name.toLowerCase(java.util.Locale.ROOT)) + "_\\d+");
    }

    private static List<Source> sources(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(
                            f -> f.toString().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(csv|xlsx|txt)"))
                    .sorted()
                    .map(f -> new Source(String.valueOf(f.getFileName()), () -> Files.newInputStream(f)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + folder, e);
        }
    }
}
