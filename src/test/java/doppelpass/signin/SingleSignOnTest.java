package doppelpass.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Signing in through a real provider of OpenID Connect, in a real browser. */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SingleSignOnTest {
    private static final String DOOR = Provider.ADDRESS + SomeProvider.KEY;

    private final Browser browser;
    private final TestBrowsers browsers;
    private final People people;
    private final Cast cast;
    private final Providers providers;
    private final AccessRules rules;
    private final TestClock clock;
    private final DSLContext db;
    private final SomeProvider house;

    SingleSignOnTest(
            Browser browser,
            TestBrowsers browsers,
            People people,
            Cast cast,
            Providers providers,
            AccessRules rules,
            TestClock clock,
            DSLContext db) {
        this.browser = browser;
        this.browsers = browsers;
        this.people = people;
        this.cast = cast;
        this.providers = providers;
        this.rules = rules;
        this.clock = clock;
        this.db = db;
        this.house = new SomeProvider(browsers.url());
    }

    @AfterAll
    void close() {
        house.close();
    }

    @BeforeEach
    void stage() {
        cast.enter();
        house.answersAnotherQuestion(false);
        providers.add(provider(null, List.of()));
    }

    private Provider provider(@Nullable TeamFunction createsAs, List<String> domains) {
        long id = providers.all().stream().map(Provider::id).findFirst().orElse(0L);
        return new Provider(
                id,
                SomeProvider.KEY,
                "Kern ID",
                house.issuer(),
                SomeProvider.CLIENT,
                SomeProvider.SECRET,
                domains,
                "email",
                createsAs,
                true);
    }

    @Test
    void aVerifiedMailAddressOpensTheDoorAndLeavingIsPossibleAtBothEnds() {
        house.knows("s-1", "Svea@Kern.test", true);
        try (Window window = browser.stranger()) {
            Page page = window.page();
            window.open("/sign-in?lang=de", 1280, false);
            for (boolean dark : new boolean[] {false, true})
                for (int width : new int[] {1280, 360}) {
                    window.turn(width, dark);
                    assertThat(window.barriers()).isEmpty();
                    assertThat(window.overflow()).isZero();
                    window.shot(Path.of("target/shots/signin-door-" + width + (dark ? "-dark" : "-light") + "-de.png"));
                }
            window.turn(1280, false);
            arrive(page, "s-1");
            page.navigate("/me/security");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("this one")))
                    .containsText("Single sign-on");
            page.locator("#menu form[action='/sign-out'] button").click();
            assertThat(page.locator("main")).containsText("You are signed out.");
            page.getByText("Sign out at Kern ID too").click();
            page.waitForURL(url -> url.startsWith(browsers.url()));
            assertThat(page.locator("main")).not().containsText("Kern ID too");
            page.getByText("Sign in with Kern ID").click();
            assertThat(page.locator("[name=username]")).isVisible();
        }
        assertThat(db.fetchValue("select subject || ' ' || person_id from signin.provider_account"))
                .isEqualTo("s-1 " + cast.person("svea").id());
    }

    @Test
    void whoIsNotVerifiedNotKnownOrOfAnotherDomainStaysOutside() {
        house.knows("m-1", "mara@kern.test", false);
        assertThat(refusal("m-1")).contains("has not verified");
        house.knows("u-1", "ute@elsewhere.test", true);
        assertThat(refusal("u-1")).contains("no account with your mail address");
        providers.change(provider(null, List.of("kern.example")));
        house.knows("s-1", "svea@kern.test", true);
        assertThat(refusal("s-1")).contains("this domain");
        assertThat(db.fetchValue("select count(*) from signin.provider_account"))
                .isEqualTo(0L);
    }

    @Test
    void unknownPeopleGetAnAccountWhereThatIsWanted() {
        providers.change(provider(TeamFunction.MARKETING, List.of("elsewhere.test")));
        house.knows("u-1", "ute@elsewhere.test", true);
        welcomed("u-1");
        Person ute = people.byMail("ute@elsewhere.test").orElseThrow();
        assertThat(ute.name()).isEqualTo("Person u-1");
        assertThat(ute.functions()).containsExactly(TeamFunction.MARKETING);
        assertThat(people.hasPassword(ute.id())).isFalse();
    }

    @Test
    void aChangedOrReusedMailAddressTakesNobodyOver() {
        house.knows("s-1", "svea@kern.test", true);
        welcomed("s-1");
        house.knows("s-1", "mara@kern.test", true);
        assertThat(welcomed("s-1")).as("the subject counts").contains("Svea Sales");
        house.knows("s-2", "svea@kern.test", true);
        assertThat(refusal("s-2")).contains("another account of the provider");
        providers.unlink(cast.person("svea").id());
        assertThat(welcomed("s-2")).contains("Svea Sales");
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        house.knows("s-1", "svea@kern.test", true);
        welcomed("s-1");
        Provider here = provider(null, List.of());
        providers.change(here);
        assertThat(providers.knowing(cast.person("svea").id())).containsExactly("Kern ID");
        providers.change(new Provider(
                here.id(),
                here.key(),
                here.name(),
                "https://another.test",
                here.clientId(),
                here.secret(),
                List.of(),
                "email",
                null,
                true));
        assertThat(providers.knowing(cast.person("svea").id())).isEmpty();
    }

    @Test
    void anIssuerIsAskedWithoutEncryptionOnThisMachineOnly() {
        for (String here : List.of("http://localhost:9/realms/kern", "http://127.0.0.1", "https://kern.test/realms"))
            assertThat(refusedIssuer(here)).as(here).isFalse();
        for (String there : List.of("http://localhost.thief.test", "http://127.0.0.1.thief.test/x", "http://kern.test"))
            assertThat(refusedIssuer(there)).as(there).isTrue();
    }

    private static boolean refusedIssuer(String issuer) {
        return new ProviderForm("another-key", "n", issuer, "c", "s", "", "email", "", true)
                .errors(null)
                .containsKey("issuer");
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        house.knows("s-1", "svea@kern.test", true);
        house.answersAnotherQuestion(true);
        assertThat(refusal("s-1")).contains("did not work");
        WebClient client = browsers.stranger();
        client.get("/sign-in");
        String there = client.get(DOOR).headers().firstValue("Location").orElseThrow();
        assertThat(there).contains("code_challenge_method=S256", "nonce=", "state=", "response_type=code");
        rules.change(new AccessRule("https://crm.kern.test", false, Set.of()));
        assertThat(client.get(DOOR).headers().firstValue("Location").orElseThrow())
                .contains("redirect_uri=https://crm.kern.test" + DOOR + "/answer");
        rules.change(AccessRule.USUAL);
        var answer = client.get(DOOR + "/answer?code=stolen&state=of-somebody-else");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?provider");
        assertThat(client.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void whereSingleSignOnIsTheOnlyWayPasswordsOpenForAdministratorsAlone() {
        rules.change(new AccessRule("", true, Set.of()));
        assertThat(browsers.stranger().get("/sign-in").body())
                .doesNotContain("name=\"password\"")
                .contains("Kern ID");
        assertThat(password("svea")).isEqualTo(302);
        assertThat(password("ada")).isEqualTo(200);
        WebClient ada = browsers.as("ada");
        ada.get("/access");
        long id = providers.all().getFirst().id();
        assertThat(ada.send("DELETE", "/access/providers/" + id, Map.of()).statusCode())
                .isEqualTo(409);
        house.knows("s-1", "svea@kern.test", true);
        assertThat(welcomed("s-1")).contains("Svea Sales");
    }

    @Test
    void aProviderThatDoesNotAnswerLeavesThePasswordDoorOpen() {
        providers.change(new Provider(
                provider(null, List.of()).id(),
                SomeProvider.KEY,
                "Kern ID",
                "http://localhost:1",
                "x",
                "y",
                List.of(),
                "email",
                null,
                true));
        WebClient client = browsers.stranger();
        assertThat(client.get(DOOR).headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?silent");
        assertThat(client.get("/sign-in?silent").body()).contains("does not answer", "name=\"password\"");
        assertThat(password("svea")).isEqualTo(200);
    }

    @Test
    void theSecretIsEncryptedNeverShownAndNeverLogged(CapturedOutput log) {
        WebClient ada = browsers.as("ada");
        ada.get("/access/providers/new");
        clock.advance(Duration.ofHours(2));
        var wrong = ada.post("/access/providers", form("http://localhost:1"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("no provider of OpenID Connect").doesNotContain(SomeProvider.SECRET);
        assertThat(ada.post("/access/providers", form(house.issuer())).statusCode())
                .isEqualTo(302);
        long id = providers.all().stream().map(Provider::id).max(Long::compare).orElseThrow();
        assertThat(providers.get(id).secret()).isEqualTo(SomeProvider.SECRET);
        assertThat(ada.get("/access/providers/" + id).body())
                .contains("Zweiter")
                .doesNotContain(SomeProvider.SECRET);
        house.knows("s-1", "svea@kern.test", true);
        welcomed("s-1");
        assertThat(db.fetch("select p::text from signin.provider p").formatCSV()
                        + db.fetch("select a::text from audit.entry a").formatCSV())
                .contains("Zweiter")
                .doesNotContain(SomeProvider.SECRET);
        assertThat(log.getAll()).doesNotContain(SomeProvider.SECRET).doesNotContain("eyJ");
        Map<String, String> moved = new java.util.HashMap<>(form("https://thief.test"));
        moved.put("secret", "");
        assertThat(ada.send("PUT", "/access/providers/" + id, moved).body())
                .as("a stored secret is not sent to another issuer")
                .contains("Enter the client secret");
    }

    private static Map<String, String> form(String issuer) {
        return Map.of(
                "key",
                "another-key",
                "name",
                "Zweiter",
                "issuer",
                issuer,
                "clientId",
                SomeProvider.CLIENT,
                "secret",
                SomeProvider.SECRET,
                "mailClaim",
                "email",
                "active",
                "true");
    }

    /** From the sign-in page through the provider's form and back. */
    private void arrive(Page page, String subject) {
        page.locator("a[href='" + DOOR + "']").click();
        page.locator("[name=username]").fill(subject);
        page.locator("[name=password]").fill(SomeProvider.PASSWORD);
        page.locator("[name=password]").press("Enter");
        try {
            page.waitForURL(url ->
                    URI.create(url).getPort() == URI.create(browsers.url()).getPort());
        } catch (TimeoutError e) {
            throw new AssertionError(
                    "still at " + page.url() + ": " + page.locator("body").innerText(), e);
        }
    }

    /** What the personal page says after a successful sign-in. */
    private String welcomed(String subject) {
        try (Window window = browser.stranger()) {
            window.open("/sign-in?lang=en", 1280, false);
            arrive(window.page(), subject);
            window.page().navigate("/me");
            assertThat(window.page().url()).endsWith("/me");
            return window.page().locator("main").innerText();
        }
    }

    /** What the sign-in page says to somebody it does not let in. */
    private String refusal(String subject) {
        try (Window window = browser.stranger()) {
            window.open("/sign-in?lang=en", 1280, false);
            arrive(window.page(), subject);
            String said = window.page().locator("[role=alert]:not([hidden])").innerText();
            window.page().navigate("/me");
            assertThat(window.page().url()).endsWith("/sign-in");
            return said;
        }
    }

    private int password(String name) {
        WebClient client = browsers.stranger();
        client.get("/sign-in");
        client.post("/sign-in", Map.of("mail", name + "@kern.test", "password", Cast.PASSWORD));
        return client.get("/me").statusCode();
    }
}
