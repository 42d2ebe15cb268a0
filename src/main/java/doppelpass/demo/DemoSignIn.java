package doppelpass.demo;

import doppelpass.identity.People;
import doppelpass.identity.Person;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/** How to sign in to the example company: everybody's shared password, in a file that only its owner reads. */
@Component
public class DemoSignIn {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final List<String> CAST =
            List.of("lena", "mara", "mila", "stefan", "svea", "jonas", "carlo", "selma", "boris", "ada");

    private final People people;

    DemoSignIn(People people) {
        this.people = people;
    }

    static boolean holdsDemo(People people) {
        return people.byMail("ada" + Troupe.DOMAIN).isPresent();
    }

    /** Gives everybody the password of the file; a missing file gets a new one. */
    public void agree(Path folder) {
        Path file = file(folder);
        if (Files.exists(file)) return;
        String password = password();
        people.sharePassword(cast().stream().map(Person::id).toList(), password);
        write(file, password);
    }

    public void print(Path folder, PrintStream out) {
        out.println("Sign in with one of these addresses and the password " + read(file(folder)));
        cast().forEach(person -> out.printf(
                "  %-40s %s, %s%n",
                person.mail(), person.name(), person.function().code().replace('_', ' ')));
    }

    private List<Person> cast() {
        return CAST.stream()
                .flatMap(name -> people.byMail(name + Troupe.DOMAIN).stream())
                .toList();
    }

    private static Path file(Path folder) {
        return folder.resolve("demo-password");
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            if (i == 4 || i == 9) password.append('-');
            else password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static void write(Path file, String password) {
        try {
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
