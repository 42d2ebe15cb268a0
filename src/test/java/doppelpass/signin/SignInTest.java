package doppelpass.signin;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class SignInTest {
    private final TestBrowsers browsers;
    private final People people;
    private final Cast cast;
    private final Attempts attempts;

    SignInTest(TestBrowsers browsers, People people, Cast cast, Attempts attempts) {
        this.attempts = attempts;
        this.browsers = browsers;
        this.people = people;
        this.cast = cast;
    }

    @Test
    void aStrangerIsAskedToSignInAndSeesNoPage() {
        var answer = browsers.stranger().get("/me");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }

    @Test
    void aSignedInPersonSeesTheirOwnPage() {
        assertThat(browsers.as("svea").get("/me").body()).contains("Svea Sales", "svea@kern.test");
    }

    @Test
    void htmxGetsTheFragmentAloneAndCachesKnowTheDifference() {
        var answer = browsers.as("svea").fragment("/me");
        assertThat(answer.body()).contains("Svea Sales").doesNotContain("<html");
        assertThat(answer.headers().allValues("Vary").toString()).containsIgnoringCase("hx-request");
    }

    @Test
    void aWrongPasswordSaysNothingAboutTheMailAddress() {
        var client = browsers.stranger();
        client.get("/sign-in");
        var known = client.post("/sign-in", Map.of("mail", "mara@kern.test", "password", "wrong-password"));
        client.get("/sign-in");
        var unknown = client.post("/sign-in", Map.of("mail", "nobody@kern.test", "password", "wrong-password"));
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
    }

    @Test
    void afterTenWrongPasswordsEvenTheRightOneHasToWait() {
        var client = browsers.stranger();
        for (int i = 0; i < 10; i++) {
            client.get("/sign-in");
            client.post("/sign-in", Map.of("mail", "selma@kern.test", "password", "wrong-password"));
        }
        client.get("/sign-in");
        var answer = client.post("/sign-in", Map.of("mail", "selma@kern.test", "password", Cast.PASSWORD));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("failed");
        attempts.forget("selma@kern.test");
    }

    @Test
    void anOpenSessionIsNoPlaceToGuessThePassword() {
        var carlo = browsers.as("carlo");
        carlo.get("/me/security");
        Map<String, String> wrong = Map.of("current", "wrong-password", "fresh", "a-stolen-password");
        for (int i = 0; i < 10; i++)
            assertThat(carlo.send("PUT", "/me/password", wrong).statusCode()).isEqualTo(422);
        Map<String, String> right = Map.of("current", Cast.PASSWORD, "fresh", "a-stolen-password");
        assertThat(carlo.send("PUT", "/me/password", right).statusCode()).isEqualTo(422);
        assertThat(people.authenticate("carlo@kern.test", Cast.PASSWORD)).isPresent();
        attempts.forget(Attempts.passwordsOf(cast.person("carlo").id()));
    }

    @Test
    void signingOutEverywhereEndsTheOtherSessions() {
        var here = browsers.as("boris");
        var there = browsers.as("boris");
        assertThat(here.send("DELETE", "/me/sessions", Map.of()).statusCode()).isEqualTo(302);
        assertThat(there.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        var client = browsers.as("svea");
        client.forgetToken();
        var answer = client.send("PUT", "/me", Map.of("language", "de", "theme", "dark"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(client.get("/me").body()).contains("lang=\"en\"");
        assertThat(cast.person("svea").language()).isEqualTo("en");
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        people.changePassword(cast.person("carlo").id(), "a-new-password");
        assertThat(people.authenticate("carlo@kern.test", Cast.PASSWORD)).isEmpty();
        assertThat(people.authenticate("CARLO@kern.test ", "a-new-password")).isPresent();
        people.changePassword(cast.person("carlo").id(), Cast.PASSWORD);
    }
}
