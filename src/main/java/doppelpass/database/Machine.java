package doppelpass.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** What the doctor asks of the machine: Java, memory, disk, the data folder and its rights. */
record Machine(Home home) {
    static final long SCARCE_DISK = 1L << 30;
    static final long TIGHT_DISK = 5L << 30;
    private static final long SCARCE_MEMORY = 256L << 20;

    List<Finding> findings() {
        return List.of(java(), memory(), folder(home.folder()), disk(home.folder()));
    }

    private static Finding java() {
        return Finding.good("java", Runtime.version() + " of " + System.getProperty("java.vendor"));
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long heap = Runtime.getRuntime().maxMemory();
        String text = "%d MB for Java, %d of %d MB free in the machine"
                .formatted(heap >> 20, system.getFreeMemorySize() >> 20, system.getTotalMemorySize() >> 20);
        return heap < SCARCE_MEMORY
                ? Finding.watch("memory", text + "; give it more with DOPPELPASS_MEMORY=768m")
                : Finding.good("memory", text);
    }

    /** Only its owner should read a folder that holds the database and its password. */
    static Finding folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Finding.watch("folder", folder + " does not exist yet; the first start creates it");
        }
        if (!Files.isWritable(folder)) {
            return Finding.wrong("folder", folder + " may not be written to; correct its owner or rights");
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
            return rights.contains(PosixFilePermission.OTHERS_WRITE)
                    ? Finding.wrong("folder", "everybody may write to " + folder + "; run chmod o-w on it")
                    : Finding.good("folder", folder.toString());
        } catch (IOException e) {
            return Finding.wrong("folder", "the rights of " + folder + " cannot be read: " + e.getMessage());
        }
    }

    static Finding disk(Path folder) {
        Path parent = folder.getParent();
        if (!Files.exists(folder) && parent != null) {
            return disk(parent);
        }
        try {
            return disk(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Finding.watch("disk", "the free space cannot be read: " + e.getMessage());
        }
    }

    /** Judges free space in bytes. */
    static Finding disk(long free) {
        String text = "%.1f GB free".formatted(free / (double) (1 << 30));
        if (free < SCARCE_DISK) {
            return Finding.wrong("disk", text + "; PostgreSQL stops when nothing is left, make room");
        }
        return free < TIGHT_DISK ? Finding.watch("disk", text) : Finding.good("disk", text);
    }
}
