package doppelpass.signin;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Codes after the password, by a plain browser without a window. */
@DoppelpassTest
@ExtendWith(OutputCaptureExtension.class)
class SecondFactorTest {
    private static final String WRONG = "000000";

    private final TestBrowsers browsers;
    private final Cast cast;
    private final TestClock clock;
    private final DSLContext db;
    private final Attempts attempts;

    SecondFactorTest(TestBrowsers browsers, Cast cast, TestClock clock, DSLContext db, Attempts attempts) {
        this.browsers = browsers;
        this.cast = cast;
        this.clock = clock;
        this.db = db;
        this.attempts = attempts;
    }

    /** A set-up app: its key and the recovery codes. */
    private record App(byte[] secret, String text, List<String> recovery) {
        String codeAt(TestClock clock) {
            return TimeCode.at(secret, TimeCode.step(clock.instant()));
        }
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        cast.enter();
        attempts.forget(Attempts.codesOf(cast.person("svea").id()));
    }

    @Test
    void afterTheAppIsConfirmedThePasswordAloneOpensNothing() {
        App app = enrol("svea");
        WebClient client = browsers.stranger();
        assertThat(password(client, "svea")).endsWith("/sign-in/code?lang=en");
        assertThat(client.get("/me").statusCode()).isEqualTo(302);
        assertThat(client.get("/sign-in/code").body()).contains("Six digits");
        assertThat(client.post("/sign-in/code", Map.of("code", WRONG)).statusCode())
                .isEqualTo(422);
        assertThat(client.get("/me").statusCode()).isEqualTo(302);
        clock.advance(Duration.ofSeconds(30));
        assertThat(client.post("/sign-in/code", Map.of("code", app.codeAt(clock)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(client.get("/me").body()).contains("Svea Sales");
    }

    @Test
    void aCodeIsUsedUpByTheFirstWhoTypesIt() {
        App app = enrol("svea");
        clock.advance(Duration.ofSeconds(30));
        String code = app.codeAt(clock);
        assertThat(proves("svea", code)).isTrue();
        assertThat(proves("svea", code)).as("the same code again").isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(proves("svea", code)).as("a step later").isFalse();
        assertThat(proves("svea", app.codeAt(clock))).isTrue();
    }

    @Test
    void aCodeThatConfirmedTheAppIsUsedUpToo() {
        App app = enrol("svea");
        assertThat(proves("svea", app.codeAt(clock))).isFalse();
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsTyped() {
        App app = enrol("svea");
        assertThat(app.recovery()).hasSize(10).doesNotHaveDuplicates();
        String code = app.recovery().get(3);
        assertThat(proves("svea", code.toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(proves("svea", code)).isFalse();
        assertThat(proves("svea", app.recovery().get(4))).isTrue();
    }

    @Test
    void newRecoveryCodesReplaceTheOldAndAreShownOnce() {
        App app = enrol("svea");
        WebClient svea = signedIn("svea", app.recovery().getFirst());
        svea.get("/me/security");
        assertThat(svea.post("/me/recovery-codes", Map.of("code", WRONG)).statusCode())
                .isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        List<String> fresh = recoveryCodes(svea.post("/me/recovery-codes", Map.of("code", app.codeAt(clock))));
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(app.recovery());
        assertThat(svea.get("/me/security").body())
                .contains("10 recovery codes")
                .doesNotContain(fresh.getFirst());
        assertThat(proves("svea", app.recovery().get(5))).isFalse();
        assertThat(proves("svea", fresh.getFirst())).isTrue();
    }

    @Test
    void afterTenWrongCodesEvenTheRightOneHasToWaitInEverySession() {
        App app = enrol("svea");
        clock.advance(Duration.ofSeconds(30));
        WebClient client = browsers.stranger();
        password(client, "svea");
        client.get("/sign-in/code");
        for (int i = 0; i < 10; i++) {
            assertThat(client.post("/sign-in/code", Map.of("code", WRONG)).statusCode())
                    .isEqualTo(422);
        }
        assertThat(client.post("/sign-in/code", Map.of("code", app.codeAt(clock)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(proves("svea", app.recovery().getFirst()))
                .as("another session")
                .isFalse();
    }

    @Test
    void nobodyUsesUpTheTriesOfSomebodyElsesCodesFromOutside() {
        App app = enrol("svea");
        WebClient stranger = browsers.stranger();
        stranger.get("/sign-in");
        for (int i = 0; i < 11; i++) {
            for (String typed : List.of("codes of ", " codes of "))
                stranger.post(
                        "/sign-in", Map.of("mail", typed + cast.person("svea").id(), "password", "wrong-password"));
            stranger.get("/sign-in");
        }
        assertThat(proves("svea", app.recovery().getFirst())).isTrue();
    }

    @Test
    void whoTakesTooLongBeginsAgain() {
        App app = enrol("svea");
        WebClient client = browsers.stranger();
        password(client, "svea");
        client.get("/sign-in/code");
        clock.advance(Duration.ofMinutes(10));
        var answer = client.post("/sign-in/code", Map.of("code", app.codeAt(clock)));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?late");
        assertThat(client.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void theSessionHasAnotherIdAfterEachStep() {
        App app = enrol("svea");
        WebClient client = browsers.stranger();
        client.get("/sign-in");
        String before = client.cookie("dp");
        password(client, "svea");
        String between = client.cookie("dp");
        client.get("/sign-in/code");
        clock.advance(Duration.ofSeconds(30));
        client.post("/sign-in/code", Map.of("code", app.codeAt(clock)));
        assertThat(List.of(before, between, client.cookie("dp"))).doesNotHaveDuplicates();
    }

    @Test
    void aFunctionThatNeedsASecondFactorSetsOneUpOnTheWayIn() {
        WebClient ada = browsers.as("ada");
        ada.get("/access");
        ada.send("PUT", "/access", Map.of("secondFactor", "sales"));
        assertThat(password(browsers.stranger(), "mara")).doesNotContain("/sign-in/");
        WebClient svea = browsers.stranger();
        assertThat(password(svea, "svea")).endsWith("/sign-in/enrolment?lang=en");
        assertThat(svea.get("/me").statusCode()).isEqualTo(302);
        HttpResponse<String> page = svea.get("/sign-in/enrolment");
        App app = new App(secret(page), spelled(page), List.of());
        assertThat(svea.post("/sign-in/enrolment", Map.of("code", WRONG)).statusCode())
                .isEqualTo(422);
        HttpResponse<String> codes = svea.post("/sign-in/enrolment", Map.of("code", app.codeAt(clock)));
        assertThat(recoveryCodes(codes)).hasSize(10);
        assertThat(svea.get("/me/security").body()).contains("Your function needs a second factor");
        clock.advance(Duration.ofSeconds(30));
        assertThat(svea.send("DELETE", "/me/authenticator", Map.of("code", app.codeAt(clock)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void administratorsResetALostSecondFactorAndEndTheSessions() {
        App app = enrol("svea");
        WebClient svea = signedIn("svea", app.recovery().getFirst());
        long id = cast.person("svea").id();
        WebClient ada = browsers.as("ada");
        assertThat(ada.get("/people/" + id + "/security").body()).contains("Reset second factor", "Password and code");
        ada.send("DELETE", "/people/" + id + "/second-factor", Map.of());
        assertThat(svea.get("/me").statusCode()).isEqualTo(302);
        assertThat(password(browsers.stranger(), "svea")).doesNotContain("/sign-in/code");
        assertThat(db.fetchValue(
                        "select count(*) from audit.entry where tab = 'signin.authenticator' and action = 'D' and record_id = {0} and actor_id = {1}",
                        org.jooq.impl.DSL.val(id),
                        org.jooq.impl.DSL.val(cast.person("ada").id())))
                .isEqualTo(1L);
    }

    @Test
    void noSecretStandsInTheDatabaseTheAuditOrTheLog(CapturedOutput log) {
        App app = enrol("svea");
        clock.advance(Duration.ofSeconds(30));
        String code = app.codeAt(clock);
        proves("svea", code);
        proves("svea", WRONG);
        String plain = app.recovery().getFirst();
        String kept = db.fetch("select a::text from signin.authenticator a").formatCSV()
                + db.fetch("select a::text from signin.recovery_code a").formatCSV()
                + db.fetch("select a::text from audit.entry a").formatCSV();
        assertThat(kept).contains("signin.recovery_code").doesNotContain(app.text(), plain, RecoveryCodes.plain(plain));
        assertThat(log.getAll()).doesNotContain(app.text(), plain, code, Cast.PASSWORD);
    }

    private App enrol(String name) {
        WebClient client = browsers.as(name);
        client.get("/me/security");
        client.post("/me/authenticator", Map.of());
        HttpResponse<String> page = client.get("/me/authenticator");
        byte[] secret = secret(page);
        String code = TimeCode.at(secret, TimeCode.step(clock.instant()));
        assertThat(client.send("PUT", "/me/authenticator", Map.of("code", WRONG))
                        .statusCode())
                .isEqualTo(422);
        return new App(
                secret, spelled(page), recoveryCodes(client.send("PUT", "/me/authenticator", Map.of("code", code))));
    }

    private boolean proves(String name, String code) {
        return signedIn(name, code).get("/me").statusCode() == 200;
    }

    private WebClient signedIn(String name, String code) {
        WebClient client = browsers.stranger();
        password(client, name);
        client.get("/sign-in/code");
        client.post("/sign-in/code", Map.of("code", code));
        return client;
    }

    /** Where the right password leads. */
    private static String password(WebClient client, String name) {
        client.get("/sign-in");
        return client.post("/sign-in", Map.of("mail", name + "@kern.test", "password", Cast.PASSWORD))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static byte[] secret(HttpResponse<String> page) {
        return new Base32().decode(spelled(page));
    }

    private static String spelled(HttpResponse<String> page) {
        Matcher key =
                Pattern.compile("<textarea id=\"f-key\"[^>]*>([A-Z2-7 ]+)<").matcher(page.body());
        assertThat(key.find()).as("the key in words").isTrue();
        return key.group(1).replace(" ", "");
    }

    private static List<String> recoveryCodes(HttpResponse<String> page) {
        return Pattern.compile("<li class=\"code\">([^<]+)<")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
