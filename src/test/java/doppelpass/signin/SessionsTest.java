package doppelpass.signin;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.identity.Device;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DoppelpassTest
class SessionsTest {
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    SessionsTest(TestBrowsers browsers, Cast cast, DSLContext db) {
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void anEndedSessionOpensNothingFromThatMomentOn() {
        WebClient here = browsers.as("svea");
        WebClient there = browsers.as("svea");
        WebClient third = browsers.as("svea");
        String page = here.get("/me/security").body();
        List<String> others = endings(page);
        assertThat(others).as("each but this one can be ended").hasSize(2);
        assertThat(page).containsOnlyOnce("this one").contains("Java", "127.0.0.1");
        here.send("DELETE", others.getFirst(), Map.of());
        assertThat(List.of(there.get("/me").statusCode(), third.get("/me").statusCode()))
                .as("the other one that was used last is gone")
                .containsExactly(200, 302);
        here.get("/me/security");
        here.send("DELETE", "/me/sessions", Map.of());
        assertThat(there.get("/me").statusCode()).isEqualTo(302);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(endings(here.get("/me/security").body())).isEmpty();
    }

    @Test
    void nobodyEndsASessionOfSomebodyElseButAnAdministrator() {
        WebClient boris = browsers.as("boris");
        browsers.as("boris");
        String ending = endings(boris.get("/me/security").body()).getFirst();
        WebClient mara = browsers.as("mara");
        mara.get("/me/security");
        assertThat(mara.send("DELETE", ending, Map.of()).statusCode()).isEqualTo(404);
        assertThat(endings(boris.get("/me/security").body())).hasSize(1);
        WebClient ada = browsers.as("ada");
        ada.get("/people");
        ada.send("DELETE", "/people/" + cast.person("boris").id() + "/sessions", Map.of());
        assertThat(boris.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void lookingAtPagesWritesAtMostOnceAMinuteThatASessionIsUsed() {
        WebClient svea = browsers.as("svea");
        String row = "select xmin::text from identity.spring_session where principal_name = '"
                + cast.person("svea").id() + "' order by creation_time desc limit 1";
        svea.get("/me");
        Object written = db.fetchValue(row);
        svea.get("/me");
        assertThat(db.fetchValue(row)).isEqualTo(written);
        db.execute("update identity.spring_session set last_access_time = last_access_time - 61000");
        Object old = db.fetchValue(row);
        svea.get("/me");
        assertThat(db.fetchValue(row)).isNotEqualTo(old);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0 | Edge | Windows
            Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0 | Firefox | Linux
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Safari | iPhone
            Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36 | Samsung Internet | Android
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome | macOS
            something else | '' | ''
            """)
    void aDeviceIsNamedAsPeopleCallIt(String agent, String browser, String system) {
        assertThat(Device.of(agent)).isEqualTo(new Device(browser, system));
    }

    private static List<String> endings(String page) {
        return Pattern.compile("action=\"(/me/sessions/\\d+)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
