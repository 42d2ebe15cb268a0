package doppelpass.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on. */
public record Computer(int cores, long memoryGigabytes, String processor, double load, String java, String postgres) {

    static Computer present(Plain plain) {
        return present(plain.text("show server_version"));
    }

    public static Computer present(String postgres) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Computer(
                Runtime.getRuntime().availableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                model(),
                system.getSystemLoadAverage(),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                postgres);
    }

    private static String model() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }

    /** Load from other programs makes both sides slower, not always alike. */
    boolean busy() {
        return load > cores * 0.3;
    }

    public String words() {
        return String.format(
                Locale.ENGLISH,
                "%d cores (%s), %d GB, %s, PostgreSQL %s; load average before the start %.1f%s",
                cores,
                processor,
                memoryGigabytes,
                java,
                postgres,
                load,
                busy() ? " (the machine was busy)" : "");
    }
}
