package doppelpass.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The product as a process of its own, without the tests' beans: its clock goes on, theirs stands still. Half of a start
 * would go into reading classes: it is packed once a build, with an archive of them, for all JVMs of the tests.
 */
public final class Product {
    /** What a verb needs that is soon done with. */
    public static final List<String> SMALL = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dspring.main.lazy-initialization=true");

    private static @Nullable Product packed;

    private final Path folder;
    private final String classPath;

    /** The class path with packed classes in the place of folders. */
    private Product(Path folder) {
        this.folder = folder;
        List<Path> classes = OnceABuild.classes();
        this.classPath = OnceABuild.classPath().stream()
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(entry -> {
                    int place = classes.indexOf(Path.of(entry));
                    return place < 0 ? entry : folder.resolve(place + ".jar").toString();
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Ready to be started over a home folder, with these options of the JVM. */
    public static ProcessBuilder over(Path home, List<String> options, String... words) throws IOException {
        Product product = packed();
        return product.process("-XX:SharedArchiveFile=" + product.archive(), home, options, words);
    }

    private static synchronized Product packed() throws IOException {
        Product known = packed;
        if (known != null) return known;
        Path folder = OnceABuild.made("product", "", String.join(File.pathSeparator, OnceABuild.classPath()), made -> {
            List<Path> classes = OnceABuild.classes();
            for (int i = 0; i < classes.size(); i++) jar(classes.get(i), made.resolve(i + ".jar"));
            new Product(made).learn();
        });
        return packed = new Product(folder);
    }

    /** Archives hold classes of jars only. */
    private static void jar(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
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
    }

    /** What a set-up needs of classes is what most others need. */
    private void learn() throws IOException {
        Path home = Files.createTempDirectory("doppelpass-learn");
        Ready.lend(home);
        Path password = Files.writeString(home.resolve("password"), "doppelpass-test");
        Path said = folder.resolve("learn.log");
        Process process = process(
                        "-XX:ArchiveClassesAtExit=" + archive(),
                        home,
                        SMALL,
                        "setup",
                        "--organisation",
                        "Kern",
                        "--admin",
                        "ada@kern.test",
                        "--password-file",
                        password.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0)
                throw new IllegalStateException(Files.readString(said));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            Ready.delete(home);
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private ProcessBuilder process(String archive, Path home, List<String> options, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), archive, "-Xlog:disable"));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, "doppelpass.Doppelpass"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DOPPELPASS_HOME", home.toString());
        builder.environment().remove("DOPPELPASS_DATABASE_URL");
        return builder;
    }
}
