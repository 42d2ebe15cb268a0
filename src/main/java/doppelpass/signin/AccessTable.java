package doppelpass.signin;

import static doppelpassdb.signin.Tables.ACCESS_RULE;
import static doppelpassdb.signin.Tables.PROVIDER;

import doppelpass.core.TeamFunction;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of what is demanded of those who sign in. */
@Component
class AccessTable {
    private final DSLContext db;

    AccessTable(DSLContext db) {
        this.db = db;
    }

    Optional<AccessRule> rule() {
        return db.selectFrom(ACCESS_RULE)
                .fetchOptional(r -> new AccessRule(
                        r.getAddress(),
                        r.getProvidersOnly(),
                        Arrays.stream(r.getSecondFactor())
                                .map(TeamFunction::of)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    void save(AccessRule rule) {
        var values = db.newRecord(ACCESS_RULE);
        values.setId((short) 1);
        values.setAddress(rule.address());
        values.setProvidersOnly(rule.providersOnly());
        values.setSecondFactor(
                rule.secondFactor().stream().map(TeamFunction::code).sorted().toArray(String[]::new));
        db.insertInto(ACCESS_RULE)
                .set(values)
                .onConflict(ACCESS_RULE.ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    boolean anyProvider() {
        return db.fetchExists(PROVIDER, PROVIDER.ACTIVE.isTrue());
    }
}
