package doppelpass.identity;

import doppelpass.core.TeamFunction;
import doppelpass.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who signs in, and their teams. */
@Component
public class People {
    private final IdentityTable table;
    private final Passwords passwords;

    People(IdentityTable table, Passwords passwords) {
        this.table = table;
        this.passwords = passwords;
    }

    public Optional<Person> find(long id) {
        return table.person(id);
    }

    public Optional<Person> byMail(String mail) {
        return table.personByMail(mail);
    }

    public List<Person> all() {
        return table.everyone();
    }

    public List<Team> teams() {
        return table.teams();
    }

    @Transactional
    public long add(NewPerson person) {
        if (!person.mail().contains("@")) {
            throw Refusal.of("identity.error.mail", person.mail());
        }
        if (person.name().isBlank()) {
            throw Refusal.of("identity.error.name");
        }
        if (table.personByMail(person.mail()).isPresent()) {
            throw Refusal.conflict("identity.error.mailTaken", person.mail());
        }
        String password = person.password();
        return table.insert(person, password == null ? null : passwords.hash(password));
    }

    @Transactional
    public long addTeam(String name, TeamFunction function, @Nullable String region) {
        if (name.isBlank()) {
            throw Refusal.of("identity.error.name");
        }
        if (table.teams().stream().anyMatch(t -> t.name().equalsIgnoreCase(name.strip()))) {
            throw Refusal.conflict("identity.error.teamTaken", name);
        }
        return table.insertTeam(name.strip(), function, region);
    }

    /** A new password ends every session of its owner. */
    @Transactional
    public void changePassword(long id, String password) {
        table.password(id, passwords.hash(password));
        endSessions(id);
    }

    /** One password for several people, for installations that show something rather than keep it. */
    @Transactional
    public void sharePassword(List<Long> ids, String password) {
        String hash = passwords.hash(password);
        ids.forEach(id -> {
            table.password(id, hash);
            endSessions(id);
        });
    }

    @Transactional
    public void endSessions(long id) {
        table.person(id).ifPresent(p -> table.endSessions(Long.toString(p.id())));
    }

    @Transactional
    public void prefer(long id, String language, String theme) {
        if (!List.of("de", "en").contains(language)
                || !List.of("auto", "light", "dark").contains(theme)) {
            throw Refusal.of("identity.error.preference");
        }
        table.preferences(id, language, theme);
    }

    /** Whether they have chosen a password. */
    public boolean hasPassword(long id) {
        return table.passwordHash(id).isPresent();
    }

    /** Whether an active administrator could still sign in by password. */
    public boolean administratorHasPassword() {
        return table.administratorHasPassword();
    }

    /** The person whose mail and password these are; takes equally long for an unknown mail. */
    public Optional<Person> authenticate(String mail, String password) {
        Optional<Person> person = table.personByMail(mail).filter(Person::active);
        String hash = person.flatMap(p -> table.passwordHash(p.id())).orElse(null);
        return passwords.matches(password, hash) ? person : Optional.empty();
    }
}
