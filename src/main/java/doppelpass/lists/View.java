package doppelpass.lists;

import doppelpass.identity.Person;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody wants to see it again, for themselves or for others.
 *
 * @param address the query of the list's address, {@code sort=name&where=…}
 */
public record View(
        long id,
        String list,
        String name,
        Scope scope,
        long ownerId,
        @Nullable Long teamId,
        String address) {
    public enum Scope {
        PRIVATE,
        TEAM,
        EVERYONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean visibleTo(Person person) {
        return switch (scope) {
            case PRIVATE -> ownerId == person.id();
            case TEAM -> ownerId == person.id() || (teamId != null && teamId.equals(person.teamId()));
            case EVERYONE -> true;
        };
    }

    /** Who made it changes it; administrators also what everyone sees, whoever made it. */
    public boolean changeableBy(Person person) {
        return ownerId == person.id() || (scope == Scope.EVERYONE && person.administrator());
    }

    /** Where it opens. */
    public String url() {
        return "/" + list + "?" + (address.isEmpty() ? "" : address + "&") + "view=" + id;
    }
}
