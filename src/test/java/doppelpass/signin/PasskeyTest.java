package doppelpass.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Passkeys on a virtual device of a real Chromium. */
@DoppelpassTest
class PasskeyTest {
    private final Browser browser;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final People people;
    private final AccessRules rules;
    private final Providers providers;
    private final DSLContext db;

    PasskeyTest(
            Browser browser,
            TestBrowsers browsers,
            Cast cast,
            People people,
            AccessRules rules,
            Providers providers,
            DSLContext db) {
        this.providers = providers;
        this.browser = browser;
        this.browsers = browsers;
        this.cast = cast;
        this.people = people;
        this.rules = rules;
        this.db = db;
    }

    @Test
    void aPasskeyIsMadeNamedUsedAndRemoved() {
        try (Window window = browser.as("svea")) {
            Page page = window.page();
            device(page);
            make(page, "Laptop");
            assertThat(page.locator(".passkey input[name=name]")).hasValue("Laptop");
            rename(page, "Laptop im Büro");
            looks(window);
            signOut(page);
            String answer = signIn(page);
            page.waitForURL(url -> url.endsWith("/scoreboard"));
            page.navigate("/me/security");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("this one")))
                    .containsText("Passkey");
            assertThat(page.locator(".passkey")).containsText("last used");
            assertThat(replayed(answer)).as("an answer counts once").isEqualTo(302);
            unverifiedIsRefused(page);
            forWhoMayNot(page);
            password(page);
            page.navigate("/me/security");
            page.locator(".passkey .btn-bad").click();
            assertThat(page.locator(".passkey")).hasCount(0);
            signOut(page);
            signIn(page);
            assertThat(page.locator("[role=alert]").first()).containsText("opens nothing");
            assertThat(window.complaints().stream().filter(c -> c.contains("Security Policy")))
                    .isEmpty();
        }
        assertThat(db.fetch("select a::text from audit.entry a where tab = 'signin.passkey'")
                        .formatCSV())
                .contains("Laptop im B")
                .doesNotContain("public_key", "credential", "attestation");
    }

    @Test
    void aPasskeyCountsAsTheSecondFactorThatAFunctionNeeds() {
        try (Window window = browser.as("mara")) {
            Page page = window.page();
            device(page);
            make(page, "Telefon");
            rules.change(new AccessRule("", false, Set.of(TeamFunction.MARKETING)));
            signOut(page);
            page.locator("[name=mail]").fill("mara@kern.test");
            page.locator("[name=password]").fill(Cast.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=alert]").first()).containsText("sign in with your passkey");
            assertThat(page.locator("[name=password]")).hasCount(0);
            page.locator("[data-passkey=get] button").click();
            page.waitForURL(url -> url.endsWith("/scoreboard"));
            rules.change(AccessRule.USUAL);
        }
    }

    @Test
    void anAdministratorWhoOwesThePasskeyIsAskedForItWhereSingleSignOnIsTheOnlyWay() {
        providers.add(new Provider(
                0, "never-asked", "Kern ID", "http://localhost:1", "x", "y", List.of(), "email", null, true));
        try (Window window = browser.as("ada")) {
            Page page = window.page();
            device(page);
            make(page, "Tresor");
            rules.change(new AccessRule("", true, Set.of(TeamFunction.ADMINISTRATION)));
            signOut(page);
            page.navigate("/sign-in?administrator&lang=en");
            page.locator("[name=mail]").fill("ada@kern.test");
            page.locator("[name=password]").fill(Cast.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=alert]").first()).containsText("sign in with your passkey");
            page.locator("[data-passkey=get] button").click();
            page.waitForURL(url -> url.endsWith("/scoreboard"));
            rules.change(AccessRule.USUAL);
        }
    }

    @Test
    void behindAProxyTheAddressThatPeopleTypeCounts() {
        rules.change(new AccessRule("https://crm.kern.test:8443", false, Set.of()));
        WebClient client = browsers.stranger();
        client.get("/sign-in");
        assertThat(client.post("/sign-in/passkey/challenge", Map.of()).body())
                .contains("\"rpId\":\"crm.kern.test\"", "\"userVerification\":\"required\"");
        assertThat(browsers.as("ada").get("/access/providers/new").body())
                .contains("value=\"https://crm.kern.test:8443/sign-in/providers/");
        rules.change(AccessRule.USUAL);
    }

    @Test
    void nobodyTouchesThePasskeysOfSomebodyElse() {
        try (Window window = browser.as("lena")) {
            device(window.page());
            make(window.page(), "Mein");
        }
        long id = (long) db.fetchValue("select id from signin.passkey where name = 'Mein'");
        WebClient boris = browsers.as("boris");
        assertThat(boris.send("DELETE", "/me/passkeys/" + id, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(boris.send("PUT", "/me/passkeys/" + id, Map.of("name", "Meins"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(db.fetchValue("select name from signin.passkey where id = " + id))
                .isEqualTo("Mein");
    }

    /** A device with a fingerprint reader, which always finds the finger. */
    private static void device(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String can :
                new String[] {"hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"})
            options.addProperty(can, true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void make(Page page, String name) {
        page.navigate("/me/security");
        page.locator("#f-name").fill(name);
        page.keyboard().press("Enter");
        assertThat(page.locator(".passkey")).hasCount(1);
    }

    private static void rename(Page page, String name) {
        page.locator(".passkey input[name=name]").fill(name);
        page.waitForResponse(
                answer -> answer.url().endsWith("/me/security"),
                () -> page.keyboard().press("Enter"));
        assertThat(page.locator(".passkey input[name=name]")).hasValue(name);
    }

    private static void signOut(Page page) {
        page.setViewportSize(1280, 900);
        page.locator("#menu form[action='/sign-out'] button").click();
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    /** What the device answered. */
    private static String signIn(Page page) {
        Request sent = page.waitForRequest(
                request -> request.method().equals("POST") && request.url().endsWith("/sign-in/passkey"),
                () -> page.locator("[data-passkey=get] button").click());
        page.waitForLoadState();
        return sent.postData();
    }

    private int replayed(String answer) {
        WebClient thief = browsers.stranger();
        thief.get("/sign-in");
        String credential = java.net.URLDecoder.decode(
                answer.replaceFirst("(?s).*credential=([^&]*).*", "$1"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(credential).contains("authenticatorData");
        thief.post("/sign-in/passkey/challenge", Map.of());
        thief.post("/sign-in/passkey", Map.of("credential", credential));
        return thief.get("/me").statusCode();
    }

    /** The page is told not to insist on the finger: the server does. */
    private static void unverifiedIsRefused(Page page) {
        signOut(page);
        page.route("**/sign-in/passkey/challenge", route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replace("\"required\"", "\"discouraged\"")));
        });
        signIn(page);
        page.waitForURL(url -> url.endsWith("/sign-in?unsigned"));
        page.unroute("**/sign-in/passkey/challenge");
    }

    private void forWhoMayNot(Page page) {
        long svea = cast.person("svea").id();
        db.execute("update identity.person set active = false where id = " + svea);
        page.navigate("/sign-in");
        signIn(page);
        page.waitForURL(url -> url.endsWith("/sign-in?unsigned"));
        db.execute("update identity.person set active = true where id = " + svea);
    }

    private static void password(Page page) {
        page.locator("[name=mail]").fill("svea@kern.test");
        page.locator("[name=password]").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/scoreboard"));
    }

    private void looks(Window window) {
        people.prefer(cast.person("svea").id(), "de", "auto");
        window.page().reload();
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                window.turn(width, dark);
                assertThat(window.overflow()).isZero();
                assertThat(window.barriers()).isEmpty();
                window.shot(Path.of("target/shots/signin-passkeys-" + width + (dark ? "-dark" : "-light") + "-de.png"));
            }
        }
        people.prefer(cast.person("svea").id(), "en", "auto");
        window.turn(1280, false);
        window.page().reload();
    }
}
