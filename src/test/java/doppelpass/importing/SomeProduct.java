package doppelpass.importing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * The product as processes of their own over one home folder. The archive of classes that the first one leaves behind
 * halves the time the others take to start.
 */
record SomeProduct(Path home, String classPath) {

    /** Without the tests' own beans: the product's clock goes on, the tests' stands still. Archives need jars only. */
    static SomeProduct packed(Path home) throws IOException {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> entries = new ArrayList<>();
        for (String entry : all.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                entries.add(entry);
            } else if (!entry.endsWith("test-classes")) {
                entries.add(pack(path, home.resolve("product-" + entries.size() + ".jar")));
            }
        }
        return new SomeProduct(home, String.join(File.pathSeparator, entries));
    }

    private static String pack(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar, StandardOpenOption.CREATE_NEW));
                Stream<Path> files = Files.walk(folder)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Path path : files.filter(f -> !f.equals(folder)).sorted().toList()) {
                String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
        return jar.toString();
    }

    Process startArchiving(String... words) throws IOException {
        return run("-XX:ArchiveClassesAtExit=" + archive(), words);
    }

    Process start(String... words) throws IOException {
        return run("-XX:SharedArchiveFile=" + archive(), words);
    }

    private Path archive() {
        return home.resolve("classes.jsa");
    }

    private Process run(String archive, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                archive,
                "--enable-native-access=ALL-UNNAMED",
                "-Dspring.main.lazy-initialization=true",
                "-cp",
                classPath,
                "doppelpass.Doppelpass"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DOPPELPASS_HOME", home.toString());
        builder.environment().remove("DOPPELPASS_DATABASE_URL");
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }
}
