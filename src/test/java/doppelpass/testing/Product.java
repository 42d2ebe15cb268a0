package doppelpass.testing;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
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

    private Product(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Ready to be started over a home folder, with these options of the JVM. */
    public static ProcessBuilder over(Path home, List<String> options, String... words) throws IOException {
        Product product = packed();
        return product.process("-XX:SharedArchiveFile=" + product.archive(), home, options, words);
    }

    private static synchronized Product packed() throws IOException {
        Product known = packed;
        if (known != null) return known;
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> entries = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        List<Path> classes =
                entries.stream().map(Path::of).filter(Files::isDirectory).toList();
        Path folder =
                Files.createDirectories(classes.getFirst().toAbsolutePath().resolveSibling("product-of-tests"));
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = lock.lock()) {
            return packed = pack(folder, entries, classes);
        }
    }

    private static Product pack(Path folder, List<String> entries, List<Path> classes) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : entries) {
            int place = classes.indexOf(Path.of(entry));
            jars.add(place < 0 ? entry : folder.resolve(place + ".jar").toString());
        }
        Product product = new Product(folder, String.join(File.pathSeparator, jars));
        Path stamp = folder.resolve("stamp");
        String now = product.classPath + "\n" + stamp(classes);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
            Files.deleteIfExists(stamp);
            for (int i = 0; i < classes.size(); i++) jar(classes.get(i), folder.resolve(i + ".jar"));
            product.learn();
            Files.writeString(stamp, now);
        }
        return product;
    }

    private static String stamp(List<Path> classes) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : classes) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text.append(file)
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
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
        Files.deleteIfExists(archive());
        Path home = Files.createTempDirectory("doppelpass-learn");
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
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
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
