package doppelpass.testing;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is dear to make and the same for all JVMs of a build: the first one makes it, the others wait for it. */
final class OnceABuild {
    private OnceABuild() {}

    interface Step {
        void in(Path folder) throws IOException;
    }

    /** The class path of the product and of these tests, as the JVM was given it. */
    static List<String> classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.asList(all.split(File.pathSeparator));
    }

    /** Folders of the product's own classes. */
    static List<Path> classes() {
        return classPath().stream()
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
    }

    /** The folder of this name, made anew when a file of the product with this ending, or the word, is another than then. */
    static synchronized Path made(String name, String ending, String word, Step step) throws IOException {
        Path all = Files.createDirectories(classes().getFirst().toAbsolutePath().resolveSibling("once-a-build"));
        Path folder = all.resolve(name);
        Path stamp = all.resolve(name + ".stamp");
        try (FileChannel lock = FileChannel.open(
                        all.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = lock.lock()) {
            String now = word + "\n" + stamp(ending);
            if (Files.exists(stamp) && Files.readString(stamp).equals(now)) return folder;
            Files.deleteIfExists(stamp);
            if (Files.exists(folder)) Ready.delete(folder);
            step.in(Files.createDirectories(folder));
            Files.writeString(stamp, now);
            return folder;
        }
    }

    private static String stamp(String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : classes()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(path -> path.toString().endsWith(ending))
                        .sorted()
                        .toList()) {
                    text.append(file)
                            .append(' ')
                            .append(Files.getLastModifiedTime(file))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
