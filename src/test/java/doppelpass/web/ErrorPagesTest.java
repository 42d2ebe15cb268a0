package doppelpass.web;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see when a door stays closed. */
@DoppelpassTest
class ErrorPagesTest {
    private final TestBrowsers browsers;

    ErrorPagesTest(TestBrowsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void anAddressThatDoesNotExistIsNotFoundInTheFrameOfThePage() {
        HttpResponse<String> answer = browsers.as("svea").get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Not found", "does not exist", "href=\"/scoreboard\"");
    }

    @Test
    void aPageOfAnotherRoleSaysWhomToAsk() {
        HttpResponse<String> answer = browsers.as("boris").get("/people");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Your role may not do this").doesNotContain("Whitelabel");
    }

    @Test
    void aFormThatStoodOpenTooLongSaysSo() {
        WebClient svea = browsers.as("svea");
        svea.forgetToken();
        HttpResponse<String> answer = svea.post("/sign-out", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("open too long");
        assertThat(svea.get("/me").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void aRefusedFragmentIsAToast() {
        HttpResponse<String> answer = browsers.as("boris").fragment("/people");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#toasts");
        assertThat(answer.body()).contains("Your role may not do this").doesNotContain("<html");
    }
}
