package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.View.Scope;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saved views: kept, changed and removed by who may. */
@Component
class Views {
    private static final int MOST = 50;
    private static final int NAME = 80;
    private static final int ADDRESS = 8_000;
    /** What the query of an address is made of, encoded. */
    private static final Pattern QUERY = Pattern.compile("[\\w.*%&=+-]*");

    private final ViewTable table;
    private final Clock clock;

    Views(ViewTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    List<View> of(String list, Person person) {
        return table.visible(list, person);
    }

    Optional<View> find(long id, Person person) {
        return table.find(id).filter(view -> view.visibleTo(person));
    }

    @Transactional
    long save(String list, String name, Scope scope, String address, Person by) {
        check(name, scope, address, by);
        if (table.count(list, by.id()) >= MOST) throw Refusal.of("lists.error.tooManyViews", MOST);
        return table.insert(list, name.strip(), scope, by.id(), team(scope, by), address, clock.instant());
    }

    /** Another name, other readers, or another content; null leaves the address as it is. */
    @Transactional
    void change(long id, String name, Scope scope, @Nullable String address, Person by) {
        View view = own(id, by);
        String kept = address == null ? view.address() : address;
        check(name, scope, kept, by);
        Long team = view.teamId() != null && scope == Scope.TEAM ? view.teamId() : team(scope, by);
        table.update(id, name.strip(), scope, team, kept, clock.instant());
    }

    @Transactional
    View remove(long id, Person by) {
        View view = own(id, by);
        table.delete(id);
        return view;
    }

    private View own(long id, Person by) {
        View view = find(id, by).orElseThrow(Refusal::notFound);
        if (!view.changeableBy(by)) throw Refusal.forbidden("lists.error.notYourView");
        return view;
    }

    private static void check(String name, Scope scope, String address, Person by) {
        if (name.isBlank() || name.strip().length() > NAME) throw Refusal.of("lists.error.viewName", NAME);
        if (!QUERY.matcher(address).matches()) throw Refusal.notFound();
        if (address.length() > ADDRESS) throw Refusal.of("lists.error.viewTooLong");
        if (scope == Scope.TEAM && by.teamId() == null) throw Refusal.of("lists.error.noTeam");
    }

    private static @Nullable Long team(Scope scope, Person by) {
        return scope == Scope.TEAM ? by.teamId() : null;
    }
}
