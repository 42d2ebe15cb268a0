package doppelpass.leads;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Mails about passes, in the reader's language and about the team, never about a person's work. They are written in the
 * transaction that climbs the rung, so each goes out once; after a long silence only the highest rung is told.
 */
@Component
class HandoverMails {
    private static final Logger LOG = LoggerFactory.getLogger(HandoverMails.class);

    private final Passes passes;
    private final People people;
    private final Organisations organisations;
    private final Mails mails;

    HandoverMails(Passes passes, People people, Organisations organisations, Mails mails) {
        this.passes = passes;
        this.people = people;
        this.organisations = organisations;
        this.mails = mails;
    }

    /** Half the time: the owner. 80 %: the whole receiving team. Due: the leads of both sides. */
    @EventListener
    void on(HandoverEscalated escalated) {
        PassView view = passes.get(escalated.handoverId(), escalated.at());
        Handover pass = view.pass();
        switch (escalated.to()) {
            case CALM -> throw new IllegalArgumentException("Nothing to tell while calm");
            case REMINDED -> send(owner(pass), "reminded", view, "");
            case ESCALATED -> send(team(pass.to(), pass.toTeamId()), "escalated", view, "");
            case BREACHED -> send(bothLeads(pass), "breached", view, "");
            case AGENDA -> {
                if (escalated.from() != Countdown.Rung.BREACHED) send(bothLeads(pass), "breached", view, "");
            }
        }
    }

    /** The leads of the receiving team find people, or pass it on. */
    @EventListener
    void on(CapacityMissing missing) {
        PassView view = passes.get(missing.handoverId(), missing.at());
        send(leads(view.pass().to(), view.pass().toTeamId()), "capacity", view, missing.note());
    }

    /** Whoever asked another team for something hears why not. */
    @EventListener
    void on(HandoverReturned returned) {
        PassView view = passes.get(returned.handoverId(), returned.at());
        Handover pass = view.pass();
        if (pass.kind().movesLead() || pass.offeredBy() == null) return;
        long sender = pass.offeredBy();
        send(
                active(person -> person.id() == sender),
                "returned",
                view,
                Objects.requireNonNullElse(returned.note(), ""));
    }

    /** Whoever took the pass; before that the leads of the receiving team, or the team itself where nobody leads it. */
    private List<Person> owner(Handover pass) {
        Long taker = pass.open() ? null : pass.decidedBy();
        return taker == null ? leads(pass.to(), pass.toTeamId()) : active(person -> person.id() == taker);
    }

    private List<Person> bothLeads(Handover pass) {
        return Stream.concat(leads(pass.to(), pass.toTeamId()).stream(), leads(pass.from(), pass.fromTeamId()).stream())
                .distinct()
                .toList();
    }

    private List<Person> leads(TeamFunction function, @Nullable Long team) {
        List<Person> everybody = team(function, team);
        List<Person> leads = everybody.stream().filter(Person::leadsTeam).toList();
        return leads.isEmpty() ? everybody : leads;
    }

    /** The people of the team; of the whole function where there is no such team or nobody in it. */
    private List<Person> team(TeamFunction function, @Nullable Long team) {
        List<Person> members =
                active(person -> person.function() == function && team != null && team.equals(person.teamId()));
        return members.isEmpty() ? active(person -> person.function() == function) : members;
    }

    private List<Person> active(Predicate<Person> who) {
        return people.all().stream().filter(Person::active).filter(who).toList();
    }

    private void send(List<Person> readers, String what, PassView view, String note) {
        for (Person reader : readers) {
            Locale locale = reader.language().equals("de") ? Locale.GERMANY : Locale.UK;
            Handover pass = view.pass();
            String team = view.toTeam() != null
                    ? view.toTeam()
                    : Messages.text(locale, "leads.function." + pass.to().code());
            String promise = Messages.text(locale, "leads.promise." + pass.promise());
            String reason = pass.reason() == null
                    ? ""
                    : Messages.text(locale, pass.reason().key());
            Object[] words = {
                view.about(), team, promise, due(pass, locale), mails.link("/hand-overs/" + pass.id()), note, reason
            };
            String subject = Messages.text(locale, "leads.mail." + what + ".subject", words);
            send(reader, subject, Messages.text(locale, "leads.mail." + what + ".text", words));
        }
    }

    /** One address nobody can write to must not stop the clocks of all the others. */
    private void send(Person reader, String subject, String text) {
        try {
            mails.send(Message.plain(reader.mail(), reader.name(), subject, text));
        } catch (Refusal noAddress) {
            LOG.warn("No mail about a pass to person {}: {}", reader.id(), noAddress.getMessage());
        }
    }

    private String due(Handover pass, Locale locale) {
        Instant due = pass.countdown().map(Countdown::due).orElse(pass.dueAcceptAt());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(due.atZone(organisations.get().zone()));
    }
}
