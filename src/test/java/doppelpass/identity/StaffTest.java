package doppelpass.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class StaffTest {
    private static final Pattern LINK = Pattern.compile("value=\"(/password/[^\"]+)\"");

    private final TestBrowsers browsers;
    private final Staff staff;
    private final People people;
    private final Cast cast;
    private final TestClock clock;

    StaffTest(TestBrowsers browsers, Staff staff, People people, Cast cast, TestClock clock) {
        this.browsers = browsers;
        this.staff = staff;
        this.people = people;
        this.cast = cast;
        this.clock = clock;
    }

    @Test
    void peopleAreFoundByNameMailFunctionTeamAndState() {
        assertThat(names("SVEA", "", null, "active")).containsExactly("Svea Sales");
        assertThat(names("stefan@", "", null, "active")).containsExactly("Stefan Sales");
        assertThat(names("", "works_council", null, "active")).containsExactly("Boris Council");
        assertThat(names("", "", cast.person("svea").teamId(), "all")).containsExactly("Stefan Sales", "Svea Sales");
        assertThat(names("100%", "", null, "all")).as("a percent sign is text").isEmpty();
        assertThat(names("", "", null, "inactive")).doesNotContain("Svea Sales");
    }

    @Test
    void anInvitedPersonChoosesAPasswordThroughALinkThatWorksOnce() {
        WebClient ada = browsers.as("ada");
        var answer = ada.post(
                "/people", Map.of("name", "Nora Neu", "mail", "Nora@Kern.test", "function", "sales", "language", "de"));
        String path = link(answer.body());
        assertThat(ada.get("/people?q=nora").body())
                .contains("Nora Neu", "nora@kern.test")
                .contains("Invited");
        WebClient nora = browsers.stranger();
        assertThat(nora.get(path).statusCode()).isEqualTo(200);
        assertThat(nora.post(path, Map.of("password", "ganz-neu-und-lang")).statusCode())
                .isEqualTo(302);
        assertThat(people.authenticate("nora@kern.test", "ganz-neu-und-lang")).isPresent();
        assertThat(nora.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewLinkReplacesTheOldOneAndEndsAfterAWeek() {
        long id = staff.invite(
                new NewPerson("old@kern.test", "Old Link", null, "de", TeamFunction.SALES, null, false, false));
        String first = staff.link(id);
        String second = staff.link(id);
        WebClient stranger = browsers.stranger();
        assertThat(stranger.get(first).statusCode()).isEqualTo(404);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(stranger.get(second).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(stranger.get(second).statusCode()).isEqualTo(404);
        clock.set(TestClock.START);
    }

    @Test
    void deactivatingEndsSessionsAndLinksAtOnceAndCanBeUndone() {
        WebClient selma = browsers.as("selma");
        long id = cast.person("selma").id();
        String link = staff.link(id);
        assertThat(browsers.as("ada")
                        .send("PUT", "/people/" + id + "/deactivation", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(selma.get("/me").statusCode()).as("the session has ended").isEqualTo(302);
        assertThat(people.authenticate("selma@kern.test", Cast.PASSWORD)).isEmpty();
        assertThat(browsers.stranger().get(link).statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> staff.link(id)).isInstanceOf(Refusal.class);
        staff.reactivate(id);
        assertThat(people.authenticate("selma@kern.test", Cast.PASSWORD)).isPresent();
    }

    @Test
    void theLastAdministratorCanBeNeitherDeactivatedNorDemoted() {
        Person ada = cast.person("ada");
        StaffChange demoted = new StaffChange("Ada", "ada@kern.test", TeamFunction.ADMINISTRATION, null, false, false);
        assertThatThrownBy(() -> staff.deactivate(ada.id())).hasMessage("identity.error.lastAdministrator");
        assertThatThrownBy(() -> staff.change(ada.id(), demoted)).hasMessage("identity.error.lastAdministrator");
        assertThat(cast.person("ada").administrator()).isTrue();
        assertThat(cast.person("ada").active()).isTrue();
    }

    @Test
    void twoAdministratorsCannotRemoveEachOtherAtTheSameMoment() throws InterruptedException {
        long first = cast.person("ada").id();
        long second = staff.invite(
                new NewPerson("beate@kern.test", "Beate", null, "de", TeamFunction.LEADERSHIP, null, false, true));
        List<Thread> both = List.of(first, second).stream()
                .map(id -> Thread.ofVirtual().start(() -> {
                    try {
                        staff.deactivate(id);
                    } catch (Refusal expected) {
                        assertThat(expected.key()).isEqualTo("identity.error.lastAdministrator");
                    }
                }))
                .toList();
        for (Thread thread : both) {
            thread.join();
        }
        assertThat(List.of(first, second).stream().filter(id -> staff.get(id).active()))
                .hasSize(1);
        staff.reactivate(first);
        staff.reactivate(second);
        staff.deactivate(second);
    }

    @Test
    void aChangedFunctionOpensOtherPagesAtOnce() {
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.get("/people").statusCode()).isEqualTo(403);
        long id = cast.person("carlo").id();
        Map<String, String> form =
                Map.of("name", "Carlo", "mail", "carlo@kern.test", "function", "controlling", "administrator", "true");
        assertThat(browsers.as("ada").send("PUT", "/people/" + id, form).statusCode())
                .isEqualTo(302);
        assertThat(carlo.get("/people").statusCode()).isEqualTo(200);
        staff.change(
                id, new StaffChange("Carlo Control", "carlo@kern.test", TeamFunction.CONTROLLING, null, false, false));
    }

    @Test
    void whatIsMissingIsNamedAtItsFieldAndNothingIsStored() {
        var answer = browsers.as("ada").post("/people", Map.of("name", " ", "mail", "not a mail", "leadsTeam", "true"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("This is needed.", "Choose the team to lead.", "such as name@company.com");
        assertThat(people.byMail("not a mail")).isEmpty();
    }

    @Test
    void aMailAddressBelongsToOnePerson() {
        Map<String, String> form = Map.of("name", "Svea", "mail", "stefan@kern.test", "function", "sales");
        var answer =
                browsers.as("ada").send("PUT", "/people/" + cast.person("svea").id(), form);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(cast.person("svea").mail()).isEqualTo("svea@kern.test");
    }

    @Test
    void aTeamIsRenamedAndArchivedOnlyWhenNobodyIsInIt() {
        WebClient ada = browsers.as("ada");
        ada.post("/teams", Map.of("name", "Nord", "function", "sales", "region", "HH"));
        long id = team("Nord").id();
        ada.send("PUT", "/teams/" + id, Map.of("name", "Norden", "region", ""));
        assertThat(team("Norden").region()).isNull();
        assertThat(ada.send("PUT", "/teams/" + id, Map.of("name", "marketing")).statusCode())
                .isEqualTo(409);
        assertThat(ada.send("PUT", "/teams/" + team("Marketing").id() + "/archiving", Map.of())
                        .body())
                .contains("one active member");
        ada.send("PUT", "/teams/" + id + "/archiving", Map.of());
        assertThat(team("Norden").archived()).isTrue();
        NewPerson late = new NewPerson("late@kern.test", "Late", null, "de", TeamFunction.SALES, id, false, false);
        assertThatThrownBy(() -> staff.invite(late)).hasMessage("identity.error.teamArchived");
        ada.send("DELETE", "/teams/" + id + "/archiving", Map.of());
        assertThat(team("Norden").archived()).isFalse();
    }

    @Test
    void aTeamsRegionMustHaveKnownHolidays() {
        var answer = browsers.as("ada").post("/teams", Map.of("name", "Mars", "function", "sales", "region", "XX"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("XX").contains("DE");
        assertThat(staff.teams()).noneMatch(t -> t.name().equals("Mars"));
    }

    private TeamRow team(String name) {
        return staff.teams().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String q, String function, @Nullable Long team, String state) {
        return staff
                .page(new StaffFilter(q, function, team, state), PageRequest.first("name", false, 50))
                .rows()
                .stream()
                .map(StaffRow::name)
                .toList();
    }

    private static String link(String body) {
        var matcher = LINK.matcher(body);
        assertThat(matcher.find()).as("a link in %s", body).isTrue();
        return matcher.group(1);
    }
}
