package doppelpass.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class GlossaryTest {
    private final Glossary glossary;
    private final Cast cast;
    private final TestClock clock;

    GlossaryTest(Glossary glossary, Cast cast, TestClock clock) {
        this.glossary = glossary;
        this.cast = cast;
        this.clock = clock;
    }

    private static Wording wording(String text) {
        return new Wording("Name", "Name", text, text, "", "", null);
    }

    @Test
    void anOrganisationStartsWithFortyFourWordsInForceButNotAgreed() {
        assertThat(glossary.all()).hasSize(44);
        assertThat(glossary.get("lead").inForce()).isPresent();
        assertThat(glossary.get("lead").waitingFor()).containsExactly("marketing", "sales");
    }

    @Test
    void theOldVersionStaysInForceUntilBothTeamsHaveSigned() {
        glossary.propose("sal", wording("new"), "why", null, cast.person("mara"));
        glossary.sign("sal", 2, "marketing", cast.person("mara"));
        assertThat(glossary.get("sal").shown().number()).isEqualTo(1);
        glossary.sign("sal", 2, "sales", cast.person("stefan"));
        assertThat(glossary.get("sal").shown().number()).isEqualTo(2);
        assertThat(glossary.get("sal").shown().agreed()).isTrue();
        assertThat(glossary.history(glossary.get("sal")))
                .extracting(v -> v.stateAt(clock.instant()))
                .containsExactly(Version.State.IN_FORCE, Version.State.RETIRED);
    }

    @Test
    void nobodySignsForTheOtherTeam() {
        glossary.propose("sql", wording("new"), "", null, cast.person("mara"));
        assertThatThrownBy(() -> glossary.sign("sql", 2, "sales", cast.person("mara")))
                .isInstanceOf(Refusal.class)
                .hasMessage("glossary.error.notYourTeam");
        assertThatThrownBy(() -> glossary.sign("sql", 2, "sales", cast.person("svea")))
                .as("Svea sells but does not lead the team")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> glossary.sign("sql", 2, "marketing", cast.person("lena")))
                .isInstanceOf(Refusal.class);
        assertThat(glossary.get("sql").proposal().orElseThrow().signatures()).isEmpty();
    }

    @Test
    void oneTeamSigningTwiceIsNotTwoTeams() {
        glossary.propose("quote", wording("new"), "", null, cast.person("stefan"));
        glossary.sign("quote", 2, "sales", cast.person("stefan"));
        glossary.sign("quote", 2, "sales", cast.person("stefan"));
        assertThat(glossary.get("quote").shown().number()).isEqualTo(1);
    }

    @Test
    void aSignedVersionWaitsForItsDay() {
        clock.set(TestClock.START);
        glossary.propose("win", wording("new"), "", LocalDate.of(2026, 7, 1), cast.person("stefan"));
        glossary.sign("win", 2, "sales", cast.person("stefan"));
        glossary.sign("win", 2, "marketing", cast.person("mara"));
        assertThat(glossary.get("win").shown().number()).isEqualTo(1);
        clock.advance(Duration.ofDays(40));
        assertThat(glossary.get("win").shown().number()).isEqualTo(2);
        clock.set(TestClock.START);
    }

    @Test
    void aTermHasOneOpenProposalAndItsAuthorMayWithdrawIt() {
        int number = glossary.propose("loss", wording("new"), "", null, cast.person("svea"));
        assertThatThrownBy(() -> glossary.propose("loss", wording("other"), "", null, cast.person("mara")))
                .hasMessage("glossary.error.openProposal");
        assertThatThrownBy(() -> glossary.withdraw("loss", number, cast.person("carlo")))
                .hasMessage("glossary.error.notYours");
        glossary.withdraw("loss", number, cast.person("svea"));
        assertThat(glossary.get("loss").proposal()).isEmpty();
        assertThat(glossary.propose("loss", wording("other"), "", null, cast.person("mara")))
                .isEqualTo(3);
    }

    @Test
    void anOpenDoubtIsCountedUntilItIsSettled() {
        glossary.dispute("customer", "Resellers count twice", null, cast.person("svea"));
        Term term = glossary.get("customer");
        assertThat(term.openDisputes()).isEqualTo(1);
        Dispute dispute = glossary.disputes(term).getFirst();
        glossary.settle(dispute.id(), "The end customer counts", cast.person("lena"));
        assertThat(glossary.get("customer").openDisputes()).isZero();
        assertThatThrownBy(() -> glossary.settle(dispute.id(), "again", cast.person("lena")))
                .hasMessage("glossary.error.settled");
    }

    @Test
    void aTermWithoutASubjectCarriesNoRule() {
        Wording rule = new Wording("a", "b", "c", "d", "", "", "lead.cycle > 1");
        assertThatThrownBy(() -> glossary.propose("jour_fixe", rule, "", null, cast.person("mara")))
                .hasMessage("glossary.error.noSubject");
    }
}
