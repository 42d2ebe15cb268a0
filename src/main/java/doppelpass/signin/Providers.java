package doppelpass.signin;

import doppelpass.identity.NewPerson;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Providers of single sign-on, and whom they vouch for: by the subject once linked, by a verified mail the first time. */
@Component
class Providers {
    private final ProviderTable table;
    private final AccessRules rules;
    private final People people;
    private final Organisations organisations;
    private final Key key;
    private final Clock clock;

    Providers(
            ProviderTable table, AccessRules rules, People people, Organisations organisations, Key key, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.people = people;
        this.organisations = organisations;
        this.key = key;
        this.clock = clock;
    }

    List<Provider> all() {
        return table.all();
    }

    Provider get(long id) {
        return table.find(id).map(this::opened).orElseThrow(Refusal::notFound);
    }

    Optional<Provider> active(String providerKey) {
        return table.active(providerKey).map(this::opened);
    }

    List<String> knowing(long person) {
        return table.knowing(person);
    }

    @Transactional
    public long add(Provider provider) {
        if (table.keyTaken(provider.key())) throw Refusal.conflict("web.error.clash");
        return table.insert(provider.withSecret(key.close(provider.secret())));
    }

    /** Subjects are an issuer's own: another one may call somebody else the same. */
    @Transactional
    public void change(Provider provider) {
        if (!provider.active()) demandAnother(provider.id());
        if (!get(provider.id()).issuer().equals(provider.issuer())) table.unlinkAll(provider.id());
        table.update(provider.withSecret(key.close(provider.secret())));
    }

    /** Its people stay, and are linked anew by their mail address should it come back. */
    @Transactional
    public void remove(long id) {
        get(id);
        demandAnother(id);
        table.delete(id);
    }

    @Transactional
    public void unlink(long person) {
        if (people.find(person).isEmpty()) throw Refusal.notFound();
        table.unlink(person);
        people.endSessions(person);
    }

    /** Whom the provider has sent with these claims; refused with what the sign-in page says to it. */
    @Transactional
    public Person recognise(String providerKey, String subject, Map<String, Object> claims) {
        Provider provider = active(providerKey).orElseThrow(() -> no(Knock.PROVIDER));
        String mail = Objects.toString(claims.get(provider.mailClaim()), "").strip();
        if (!Objects.toString(claims.get("email_verified"), "").equals("true") || !mail.contains("@"))
            throw no(Knock.UNVERIFIED);
        if (!provider.takes(mail)) throw no(Knock.DOMAIN);
        Optional<Person> linked = table.personOf(provider.id(), subject).flatMap(people::find);
        Person person = linked.orElseGet(() -> link(provider, subject, mail, claims));
        if (!person.active()) throw no(Knock.INACTIVE);
        return person;
    }

    private Person link(Provider provider, String subject, String mail, Map<String, Object> claims) {
        Person person = people.byMail(mail).orElseGet(() -> create(provider, mail, claims));
        if (!person.active()) throw no(Knock.INACTIVE);
        if (!table.link(provider.id(), subject, person.id(), clock.instant())) throw no(Knock.ELSEWHERE);
        return person;
    }

    private Person create(Provider provider, String mail, Map<String, Object> claims) {
        if (provider.createsAs() == null) throw no(Knock.UNKNOWN);
        String name = Objects.toString(claims.get("name"), "").strip();
        long id = people.add(new NewPerson(
                mail,
                name.isEmpty() ? mail : name,
                null,
                organisations.get().language(),
                provider.createsAs(),
                null,
                false,
                false));
        return people.find(id).orElseThrow();
    }

    private void demandAnother(long id) {
        boolean last = table.all().stream().noneMatch(p -> p.active() && p.id() != id);
        if (last && rules.get().providersOnly()) throw Refusal.conflict("signin.error.lastProvider");
    }

    /** Without the key in the home folder the secret is lost: the provider will say that it does not know us. */
    private Provider opened(Provider sealed) {
        return sealed.withSecret(key.open(sealed.secret()).orElse(""));
    }

    private static Refusal no(Knock knock) {
        return Refusal.forbidden("signin.knock." + knock.code());
    }
}
