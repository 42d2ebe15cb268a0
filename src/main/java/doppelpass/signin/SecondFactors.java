package doppelpass.signin;

import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Tokens;
import doppelpass.web.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes of an authenticator app and recovery codes: what is asked for after the password. */
@Component
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecondFactorTable table;
    private final AccessRules rules;
    private final Attempts attempts;
    private final People people;
    private final Organisations organisations;
    private final Key key;
    private final Clock clock;

    SecondFactors(
            SecondFactorTable table,
            AccessRules rules,
            Attempts attempts,
            People people,
            Organisations organisations,
            Key key,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.attempts = attempts;
        this.people = people;
        this.organisations = organisations;
        this.key = key;
        this.clock = clock;
    }

    SecondFactor of(Person person) {
        return table.of(person.id(), rules.get().demandsSecondFactor(person));
    }

    /** What this person owes after a right password. */
    Optional<Half.Need> need(Person person) {
        SecondFactor factor = of(person);
        if (factor.app()) return Optional.of(Half.Need.CODE);
        if (!factor.demanded()) return Optional.empty();
        return Optional.of(factor.passkeys() > 0 ? Half.Need.PASSKEY : Half.Need.ENROLMENT);
    }

    /** A key of its own for an app; counts once a code of it was typed. */
    @Transactional
    public void begin(long person) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (!table.begin(person, key.close(new Base32().encodeAsString(secret)))) {
            throw Refusal.conflict("signin.error.appThere");
        }
    }

    /** What the app is to be told, while it was not confirmed. */
    Optional<Enrolment> begun(long person) {
        String name = organisations.get().name();
        String mail = people.find(person).map(Person::mail).orElse("");
        return table.begun(person).flatMap(key::open).map(secret -> new Enrolment(secret, name, mail));
    }

    /** The app is the second factor from now on; the recovery codes, which are never shown again. */
    @Transactional
    public List<String> confirm(long person, String code) {
        demandTry(person);
        OptionalLong step = table.begun(person)
                .flatMap(key::open)
                .map(secret -> TimeCode.stepOf(RecoveryCodes.plain(code), new Base32().decode(secret), clock.instant()))
                .orElseThrow(Refusal::notFound);
        if (step.isEmpty()) throw Refusal.of("signin.error.code");
        table.confirm(person, step.getAsLong(), clock.instant());
        attempts.forget(Attempts.codesOf(person));
        return renewed(person);
    }

    /** Whether this is a code of the app that was not used yet, or a recovery code; either is used up by it. */
    @Transactional
    public boolean proves(long person, String typed) {
        if (!attempts.mayTry(Attempts.codesOf(person))) return false;
        String code = RecoveryCodes.plain(typed);
        boolean right = code.length() == TimeCode.DIGITS
                ? appProves(person, code)
                : table.useRecoveryCode(person, Tokens.hash(code), clock.instant());
        if (right) attempts.forget(Attempts.codesOf(person));
        return right;
    }

    private boolean appProves(long person, String code) {
        OptionalLong step = table.confirmed(person)
                .flatMap(key::open)
                .map(secret -> TimeCode.stepOf(code, new Base32().decode(secret), clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && table.useStep(person, step.getAsLong());
    }

    /** Fresh recovery codes instead of all before. */
    @Transactional
    public List<String> renew(long person, String code) {
        demand(person, code);
        return renewed(person);
    }

    @Transactional
    public void remove(Person person, String code) {
        if (rules.get().demandsSecondFactor(person)) throw Refusal.conflict("signin.error.demanded");
        demand(person.id(), code);
        table.remove(person.id());
    }

    /** For somebody who has lost everything: app, recovery codes and passkeys are gone, and every session with them. */
    @Transactional
    public void reset(long person) {
        if (people.find(person).isEmpty()) throw Refusal.notFound();
        table.remove(person);
        table.removePasskeys(person);
        attempts.forget(Attempts.codesOf(person));
        people.endSessions(person);
    }

    private List<String> renewed(long person) {
        List<String> codes = RecoveryCodes.fresh();
        table.recoveryCodes(
                person,
                codes.stream().map(RecoveryCodes::plain).map(Tokens::hash).toList());
        return codes;
    }

    private void demand(long person, String code) {
        if (!proves(person, code)) throw Refusal.of("signin.error.code");
    }

    private void demandTry(long person) {
        if (!attempts.mayTry(Attempts.codesOf(person))) throw Refusal.of("signin.error.code");
    }
}
