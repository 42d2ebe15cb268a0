package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.database.DatabaseAddress;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run over all records takes minutes where they are many: nobody who writes one of them waits for it. */
@DoppelpassTest
class BesideARunTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Contacts contacts;
    private final Merges merges;
    private final Queue queue;
    private final DatabaseAddress owner;
    private final Cast cast;

    BesideARunTest(Contacts contacts, Merges merges, Queue queue, DatabaseAddress owner, Cast cast) {
        this.contacts = contacts;
        this.merges = merges;
        this.queue = queue;
        this.owner = owner;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void contactsAreChangedMergedAndRecognised() throws SQLException {
        long one = contacts.add(ContactDetails.of("Annegret", "Maierhofer", "annegret@kern.test"));
        long other = contacts.add(ContactDetails.of("Annegret", "Maierhofer", "annegret@kern.test"));
        queue.put(DuplicateJob.KIND, "");
        queue.runUntilIdle();
        ContactDetails married = ContactDetails.of("Annegret", "Ohm", "ohm@volt.test");
        try (Connection run = owner.connect();
                Statement sql = run.createStatement()) {
            run.setAutoCommit(false);
            assertThat(sql.executeUpdate("delete from duplicates.sign where kind = 'contact'"))
                    .as("keys that the run replaces")
                    .isPositive();
            assertTimeoutPreemptively(SOON, () -> contacts.change(one, married));
            assertTimeoutPreemptively(
                    SOON, () -> merges.merge(Subject.contact(one), List.of(other), Map.of(), cast.person("mara")));
            run.commit();
        }
        assertThat(contacts.likely(married, null)).extracting(Twin::subject).containsExactly(Subject.contact(one));
    }
}
