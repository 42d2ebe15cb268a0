package doppelpass.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** What the embedded PostgreSQL keeps on disk: binaries, cluster, port, password, configuration. */
final class PostgresFiles {
    private static final String VERSION = "18.6.0";

    private final Path folder;

    PostgresFiles(Path folder) {
        this.folder = folder;
    }

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("start.log");
    }

    Path bin(String program) {
        return folder.resolve("postgresql-" + VERSION).resolve("bin").resolve(program);
    }

    int port() {
        return Integer.parseInt(read("port"));
    }

    String password() {
        return read("password");
    }

    /** Unpacks, creates the cluster and writes the configuration; what is already there stays. */
    void prepare() throws IOException {
        if (!Files.exists(bin("postgres"))) {
            unpack();
        }
        if (!Files.exists(folder.resolve("password"))) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            writePrivate("password", HexFormat.of().formatHex(secret));
        }
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            createCluster();
        }
        if (PostgresProcess.running(this).isEmpty()) {
            choosePort();
            Files.writeString(data().resolve("postgresql.auto.conf"), PostgresSettings.configuration(port()));
            Files.writeString(data().resolve("pg_hba.conf"), PostgresSettings.ACCESS);
        }
    }

    /** PostgreSQL refuses to run as root; then it runs in a user namespace of its own, as nobody. */
    List<String> asOwner(String... command) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            words.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private void createCluster() throws IOException {
        Path fresh = folder.resolve("cluster.new");
        deleteTree(fresh);
        run(asOwner(
                bin("initdb").toString(),
                "-D",
                fresh.toString(),
                "--username=doppelpass",
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=und",
                "--data-checksums"));
        run(asOwner(
                "/bin/sh",
                "-c",
                "echo 'create database doppelpass;' | " + bin("postgres") + " --single -D " + fresh
                        + " -c exit_on_error=true postgres"));
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new DatabaseRefused("Creating the database failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The port of the last start if it is free, else a new one. */
    private void choosePort() throws IOException {
        if (Files.exists(folder.resolve("port")) && free(port())) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            writePrivate("port", Integer.toString(socket.getLocalPort()));
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void unpack() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "/postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        Path fresh = Files.createTempDirectory(folder, "unpacking");
        try (InputStream packed = PostgresFiles.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new DatabaseRefused("There is no embedded PostgreSQL for this system (" + name
                        + "). Name an external one in DOPPELPASS_DATABASE_URL.");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), fresh);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, folder.resolve("postgresql-" + VERSION), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                String rights = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            }
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException e) {
            throw new DatabaseRefused("Cannot read " + folder.resolve(name) + ": " + e.getMessage());
        }
    }

    private void writePrivate(String name, String text) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var all = Files.walk(tree)) {
                for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
