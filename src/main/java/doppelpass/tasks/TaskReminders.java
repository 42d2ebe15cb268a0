package doppelpass.tasks;

import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.mail.Mails;
import doppelpass.mail.Message;
import doppelpass.timeline.Naming;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every minute: rings what is to be reminded of, and writes the mails in the same transaction, so that each goes out once. */
@Component
class TaskReminders implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(TaskReminders.class);

    private final ReminderTable table;
    private final Tasks tasks;
    private final Naming naming;
    private final People people;
    private final Organisations organisations;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskReminders(
            ReminderTable table,
            Tasks tasks,
            Naming naming,
            People people,
            Organisations organisations,
            Mails mails,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.naming = naming;
        this.people = people;
        this.organisations = organisations;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tasks.remind";
    }

    @Override
    public Optional<Instant> next(Instant now) {
        return Optional.of(now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }

    @Override
    public void run(Run run) {
        organisations.find().ifPresent(this::remind);
    }

    private void remind(Organisation organisation) {
        Instant now = clock.instant();
        LocalDateTime wall = LocalDateTime.ofInstant(now, organisation.zone());
        while (Boolean.TRUE.equals(transaction.execute(t -> portion(wall, now)))) {
            LOG.debug("More reminders are due");
        }
    }

    private boolean portion(LocalDateTime wall, Instant now) {
        List<ReminderTable.Due> due = table.ring(wall, now);
        due.stream()
                .filter(ReminderTable.Due::byMail)
                .forEach(task -> people.find(task.assignee())
                        .filter(Person::active)
                        .ifPresent(person -> write(tasks.get(task.id(), person), person)));
        return !due.isEmpty();
    }

    private void write(Task task, Person reader) {
        Locale locale = reader.language().equals("de") ? Locale.GERMANY : Locale.UK;
        TaskDetails details = task.details();
        Subject about = details.about();
        String name = about == null ? "" : naming.names(List.of(about)).getOrDefault(about, "");
        String subject = Messages.text(locale, "tasks.mail.subject", details.title());
        String text = Messages.text(
                locale,
                "tasks.mail.text",
                reader.name(),
                details.title(),
                due(details, locale),
                name.isEmpty() ? "–" : name,
                mails.link("/tasks/" + task.id()));
        try {
            mails.send(Message.plain(reader.mail(), reader.name(), subject, text));
        } catch (Refusal noAddress) {
            // one address nobody can write to must not keep the others from being reminded
            LOG.warn("No reminder by mail to person {}: {}", reader.id(), noAddress.getMessage());
        }
    }

    private static String due(TaskDetails details, Locale locale) {
        LocalDate day = details.dueOn();
        LocalTime time = details.dueTime();
        if (day == null) return "–";
        String on = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
        return time == null ? on : on + ", " + time;
    }
}
