package doppelpass.bench.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Another JVM on this machine, asked through its management interface what it needs. */
final class Jvm implements AutoCloseable {
    private final long process;
    private final JMXConnector connection;
    private final MemoryMXBean bean;
    private final OperatingSystemMXBean system;

    private Jvm(long process, JMXConnector connection, MemoryMXBean bean, OperatingSystemMXBean system) {
        this.process = process;
        this.connection = connection;
        this.bean = bean;
        this.system = system;
    }

    /** The address comes from the process itself, on this machine. */
    @SuppressWarnings("BanJNDI")
    static Jvm of(long process) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connection = JMXConnectorFactory.connect(new JMXServiceURL(address));
            MemoryMXBean bean = ManagementFactory.newPlatformMXBeanProxy(
                    connection.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
            OperatingSystemMXBean system = ManagementFactory.newPlatformMXBeanProxy(
                    connection.getMBeanServerConnection(),
                    ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
                    OperatingSystemMXBean.class);
            return new Jvm(process, connection, bean, system);
        } catch (IOException | AttachNotSupportedException e) {
            throw new IllegalStateException("Process " + process + " cannot be asked", e);
        }
    }

    /**
     * Megabytes.
     *
     * @param heap still needed, after a full collection
     * @param beside classes, compiled code and the like
     * @param resident of the process as the system counts it, 0 where it does not tell
     */
    record Need(long heap, long beside, long resident) {
        String words() {
            return String.format(Locale.ENGLISH, "heap %d MB, classes and code %d MB", heap, beside)
                    + (resident == 0 ? "" : String.format(Locale.ENGLISH, ", process %d MB", resident));
        }
    }

    /** What is needed when all that is dead has been cleared away. */
    Need need() {
        bean.gc();
        return new Need(used(), megabytes(bean.getNonHeapMemoryUsage().getUsed()), resident());
    }

    /** The heap at this moment, with what nobody needs any more. */
    long used() {
        return megabytes(bean.getHeapMemoryUsage().getUsed());
    }

    /** Seconds of all cores together since its start. */
    double worked() {
        return system.getProcessCpuTime() / 1e9;
    }

    long most() {
        return megabytes(bean.getHeapMemoryUsage().getMax());
    }

    long resident() {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.isReadable(status)) return 0;
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            // its process has ended
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
