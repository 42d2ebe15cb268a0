package doppelpass.leads;

import static doppelpassdb.leads.Tables.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Twenty people press at once; and somebody pulls the plug of the database meanwhile. */
@DoppelpassTest
class HandoverRaceTest {
    private static final int PEOPLE = 20;
    private static final Instant NOW = TestClock.START;

    private final Leads leads;
    private final Handovers handovers;
    private final TeamPasses teamPasses;
    private final Qualifications qualifications;
    private final Interests interests;
    private final Escalations escalations;
    private final SomeContacts contacts;
    private final Consistency consistency;
    private final Cast cast;
    private final DSLContext db;

    HandoverRaceTest(
            Leads leads,
            Handovers handovers,
            TeamPasses teamPasses,
            Qualifications qualifications,
            Interests interests,
            Escalations escalations,
            SomeContacts contacts,
            Consistency consistency,
            Cast cast,
            DSLContext db) {
        this.leads = leads;
        this.handovers = handovers;
        this.teamPasses = teamPasses;
        this.qualifications = qualifications;
        this.interests = interests;
        this.escalations = escalations;
        this.contacts = contacts;
        this.consistency = consistency;
        this.cast = cast;
        this.db = db;
    }

    @AfterEach
    void nothingIsInconsistent() {
        assertThat(consistency.findings()).isEmpty();
    }

    @Test
    void ofTwentyWhoAcceptTheSamePassExactlyOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            long pass = offered();
            Person svea = cast.person("svea");
            List<String> answers = together(i -> () -> {
                handovers.accept(pass, svea, NOW.plusSeconds(60));
                return "accepted";
            });
            assertThat(answers).filteredOn("accepted"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn("leads.error.decided.accepted"::equals)
                    .hasSize(PEOPLE - 1);
        }
    }

    @Test
    void acceptingReturningAskingAndTickingAtOnceLeavesOneOutcome() throws Exception {
        Person svea = cast.person("svea");
        Person mara = cast.person("mara");
        for (int round = 0; round < 10; round++) {
            List<Long> passes = List.of(offered(), offered(), offered());
            Instant late = NOW.plusSeconds(90_000L * (round + 1));
            together(i -> () -> {
                long pass = passes.get(i % passes.size());
                switch (i % 5) {
                    case 0 -> handovers.accept(pass, svea, late);
                    case 1 -> handovers.returnWith(pass, Reason.R01, "x", svea, late);
                    case 2 -> handovers.query(pass, "why?", svea, late);
                    case 3 -> handovers.returnWith(pass, Reason.R06, "x", svea, late);
                    default -> {
                        escalations.tick(late);
                        handovers.answer(pass, "because", mara, late);
                    }
                }
                return "done";
            });
            passes.forEach(pass ->
                    assertThat(handovers.find(pass).orElseThrow().outcome()).isNotNull());
        }
    }

    @Test
    void ofTwentyWhoDecideAboutASignalExactlyOneDoes() throws Exception {
        Person svea = cast.person("svea");
        for (int round = 0; round < 5; round++) {
            var signal = new TeamPass(
                    Handover.Kind.CHURN, About.of(Subject.contact(contacts.complete())), "may leave", "asked", null);
            long pass = teamPasses.offer(signal, cast.person("selma"), NOW);
            Instant late = NOW.plusSeconds(400_000);
            List<String> answers = together(i -> () -> {
                switch (i % 4) {
                    case 0 -> handovers.returnWith(pass, Reason.T01, "which contract?", svea, late);
                    case 1 -> {
                        escalations.tick(late);
                        return "ticked";
                    }
                    default -> handovers.accept(pass, svea, late);
                }
                return "decided";
            });
            assertThat(answers).filteredOn("decided"::equals).hasSize(1);
            assertThat(answers).filteredOn("ticked"::equals).hasSize(PEOPLE / 4);
            assertThat(answers).allMatch(a -> a.equals("decided") || a.equals("ticked") || a.contains("error.decided"));
        }
    }

    @Test
    void aWinIsHandedToServiceOnceHoweverOftenItIsTold() throws Exception {
        About about = About.of(Subject.contact(contacts.complete()), Subject.deal(4711));
        together(i -> () -> String.valueOf(teamPasses.onboard(about, "gears", null, null, NOW)));
        assertThat(db.fetchCount(HANDOVER, HANDOVER.DEAL_ID.eq(4711L))).isEqualTo(1);
    }

    @Test
    void twentyWhoJudgeTheSameLeadOfferItOnce() throws Exception {
        long contact = contacts.complete();
        long lead = leads.create(
                new NewLead(contact, null, "gears", "website", "event", null, "demo_request", NOW),
                cast.person("mara"));
        leads.move(lead, LeadState.OPEN, cast.person("mara"), NOW);
        List<String> answers = together(i -> () -> {
            if (i == 7) interests.decay(NOW);
            return qualifications.review(lead, NOW).isPresent() ? "offered" : "was offered";
        });
        assertThat(answers).filteredOn("offered"::equals).hasSize(1);
        assertThat(handovers.ofLead(lead)).hasSize(1);
    }

    @Test
    void oneContactGetsOneOpenLeadHoweverManyInquiriesArriveAtOnce() throws Exception {
        long contact = contacts.complete();
        List<String> answers = together(i -> () -> {
            leads.create(new NewLead(contact, null, "gears", "form", "organic_search", null, null, NOW), null);
            return "created";
        });
        assertThat(answers).filteredOn("created"::equals).hasSize(1);
        assertThat(answers).filteredOn("leads.error.openExists"::equals).hasSize(PEOPLE - 1);
    }

    @Test
    void severalServersTickingClimbEachRungOnce() throws Exception {
        long pass = offered();
        Instant late = NOW.plusSeconds(20 * 86_400);
        together(i -> () -> String.valueOf(escalations.tick(late)));
        assertThat(handovers.protocol(pass))
                .extracting(ProtocolRow::kind)
                .containsExactly("offered", "reminded", "escalated", "breached", "pooled", "agenda");
    }

    @Test
    void connectionsCutInTheMiddleLeaveNothingHalfDone() throws Exception {
        Person svea = cast.person("svea");
        List<Long> passes = new ArrayList<>();
        for (int i = 0; i < 60; i++) passes.add(offered());
        AtomicBoolean over = new AtomicBoolean();
        int[] cuts = {0};
        Thread saboteur = Thread.ofVirtual().start(() -> {
            Random dice = new Random(7);
            while (!over.get()) {
                cuts[0] += cut(dice);
            }
        });
        together(i -> () -> {
            for (int k = 0; k < 12; k++) {
                long pass = passes.get((i * 7 + k * 5) % passes.size());
                try {
                    if (k % 2 == 0) handovers.accept(pass, svea, NOW.plusSeconds(60));
                    else handovers.returnWith(pass, Reason.R01, "x", svea, NOW.plusSeconds(60));
                } catch (RuntimeException cutOrTooLate) {
                    // both are expected here; what counts is what the database holds afterwards
                    Thread.sleep(5);
                }
            }
            return "done";
        });
        over.set(true);
        saboteur.join();
        assertThat(cuts[0]).as("connections that were cut").isPositive();
        assertThat(db.fetchCount(HANDOVER)).isPositive();
    }

    /** Ends one other connection that is inside a transaction. */
    private int cut(Random dice) {
        try {
            Thread.sleep(5 + dice.nextInt(20));
            return db.fetch("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where pid <> pg_backend_pid() and datname = current_database()
                      and state in ('active', 'idle in transaction') and query ilike '%leads%' limit 1""").size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (RuntimeException gone) {
            return 0;
        }
    }

    private long offered() {
        long lead = leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "event", null, null, NOW),
                cast.person("mara"));
        return handovers.offer(lead, Offer.because("asked for a price"), cast.person("mara"), NOW);
    }

    private interface Part {
        Callable<String> of(int number);
    }

    /** Everybody at the same moment; a refusal answers with its key. */
    private static List<String> together(Part part) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (int i = 0; i < PEOPLE; i++) {
                Callable<String> task = part.of(i);
                futures.add(threads.submit(() -> {
                    start.await();
                    try {
                        return task.call();
                    } catch (Refusal refusal) {
                        return refusal.key();
                    }
                }));
            }
            start.countDown();
            List<String> answers = new ArrayList<>();
            for (Future<String> future : futures) answers.add(future.get());
            return answers;
        }
    }
}
