package doppelpass.glossary;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.rules.Checked;
import doppelpass.rules.Refused;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.web.Answers;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words both teams use. A wording is proposed, back-tested, signed by marketing and by sales, and then in force;
 * until then the one before stays in force. Nobody signs for the other team.
 */
@Component
public class Glossary {
    private final GlossaryTable table;
    private final VersionTable versions;
    private final DisputeTable disputes;
    private final Rules rules;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Glossary(
            GlossaryTable table,
            VersionTable versions,
            DisputeTable disputes,
            Rules rules,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.versions = versions;
        this.disputes = disputes;
        this.rules = rules;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    public List<Term> all() {
        return table.terms(clock.instant());
    }

    /** How many proposals wait for the signature of somebody with these roles. */
    int waitingFor(Set<String> roles) {
        Set<String> functions = Version.SIGNING.stream().filter(roles::contains).collect(Collectors.toSet());
        return functions.isEmpty() ? 0 : table.unsigned(functions, clock.instant());
    }

    public Optional<Term> find(String key) {
        return Answers.once(List.of("glossary.term", key), () -> table.term(key, clock.instant()));
    }

    public Term get(String key) {
        return find(key).orElseThrow(Refusal::notFound);
    }

    /** The rule of a term as it counts now; empty for a term without one, or whose rule no longer fits its subject. */
    public Optional<Definition> definition(String key) {
        return find(key)
                .flatMap(term -> term.inForce().flatMap(version -> {
                    String rule = version.wording().rule();
                    String subject = term.subject();
                    return rule == null || subject == null
                            ? Optional.<Definition>empty()
                            : rules.checkTerm(key, rule, subject) instanceof Rule checked
                                    ? Optional.of(new Definition(key, version.number(), checked))
                                    : Optional.<Definition>empty();
                }));
    }

    public List<Version> history(Term term) {
        return table.history(term.id());
    }

    public List<Dispute> disputes(Term term) {
        return disputes.of(term.id());
    }

    /** A word nobody has defined yet; it starts as a proposal. */
    @Transactional
    public void add(String key, String owner, @Nullable String subject, Wording wording, Person by) {
        if (table.term(key, clock.instant()).isPresent()) {
            throw Refusal.conflict("glossary.error.taken", key);
        }
        demandText(wording);
        demandRule(key, subject, wording.rule());
        long id = table.insertTerm(key, owner, subject);
        int number = versions.insert(id, wording, "", by.id(), clock.instant(), null);
        events.publishEvent(new TermProposed(key, number));
    }

    /** Another wording, in force from the day given (or from the second signature) once both teams have signed. */
    @Transactional
    public int propose(String key, Wording wording, String note, @Nullable LocalDate startsOn, Person by) {
        Term term = get(key);
        if (term.proposal().isPresent()) {
            throw Refusal.conflict(
                    "glossary.error.openProposal", term.proposal().get().number());
        }
        demandText(wording);
        demandRule(key, term.subject(), wording.rule());
        int number = versions.insert(term.id(), wording, note, by.id(), clock.instant(), startsOn);
        events.publishEvent(new TermProposed(key, number));
        return number;
    }

    /** A team lead's yes for the own team; the second one puts the version in force. */
    @Transactional
    public void sign(String key, int number, String function, Person by) {
        Term term = get(key);
        if (!by.function().code().equals(function) || !by.leadsTeam()) {
            throw Refusal.forbidden("glossary.error.notYourTeam");
        }
        versions.lock(version(term, number).id());
        Version version = version(get(key), number);
        if (version.withdrawnAt() != null || version.validTo() != null) {
            throw Refusal.conflict("glossary.error.notOpen", number);
        }
        Instant now = clock.instant();
        versions.sign(version.id(), function, by.id(), now);
        boolean complete = version.waitingFor().equals(List.of(function));
        if (complete && version.agreedAt() == null) {
            Instant from = startOf(version, now);
            versions.agree(term.id(), version.id(), now, from);
            events.publishEvent(new TermAgreed(key, number, from));
        }
    }

    @Transactional
    public void withdraw(String key, int number, Person by) {
        Version version = version(get(key), number);
        boolean open = version.withdrawnAt() == null && version.agreedAt() == null;
        if (open && !version.withdrawableBy(by)) {
            throw Refusal.forbidden("glossary.error.notYours");
        }
        if (!versions.withdraw(version.id(), clock.instant())) {
            throw Refusal.conflict("glossary.error.notOpen", number);
        }
    }

    /** Somebody says the definition does not hold; {@code origin} is a link to the record that shows it. */
    @Transactional
    public void dispute(String key, String text, @Nullable String origin, @Nullable Person by) {
        if (text.isBlank()) {
            throw Refusal.of("glossary.error.disputeText");
        }
        disputes.insert(get(key).id(), by == null ? null : by.id(), text.strip(), origin, clock.instant());
    }

    @Transactional
    public void settle(long dispute, String settlement, Person by) {
        if (settlement.isBlank()) {
            throw Refusal.of("glossary.error.settlementText");
        }
        if (!disputes.settle(dispute, by.id(), settlement.strip(), clock.instant())) {
            throw Refusal.conflict("glossary.error.settled");
        }
    }

    Version version(Term term, int number) {
        return history(term).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Instant startOf(Version version, Instant now) {
        LocalDate day = version.startsOn();
        Instant start =
                day == null ? now : day.atStartOfDay(organisations.get().zone()).toInstant();
        return start.isBefore(now) ? now : start;
    }

    private static void demandText(Wording wording) {
        if (wording.nameDe().isBlank()
                || wording.nameEn().isBlank()
                || wording.textDe().isBlank()
                || wording.textEn().isBlank()) {
            throw Refusal.of("glossary.error.text");
        }
    }

    private void demandRule(String key, @Nullable String subject, @Nullable String rule) {
        if (rule == null || rule.isBlank()) {
            return;
        }
        if (subject == null || rules.subjects().find(subject).isEmpty()) {
            throw Refusal.of("glossary.error.noSubject");
        }
        Checked checked = rules.checkTerm(key, rule, subject);
        if (checked instanceof Refused) {
            throw Refusal.of("glossary.error.rule");
        }
    }
}
