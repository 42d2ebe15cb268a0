package doppelpass.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.bin.Deletions;
import doppelpass.identity.Person;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class NotesTest {
    /** What must never run, load or look like ours: raw HTML, other protocols, gadgets of our own scripts, tricks of Unicode. */
    private static final List<String> ATTACKS = List.of(
            "<script>ran=1</script>",
            "<ScRiPt/x>ran=1</sCrIpT >",
            "<img src=x onerror=ran=1>",
            "<svg onload=ran=1><animate onbegin=ran=1 attributeName=x>",
            "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
            "<details open ontoggle=ran=1>x</details>",
            "<a href=javascript:ran=1>raw</a>",
            "<form action=/sign-out method=post><button>raw</button></form>",
            "<style>body{display:none}</style><link rel=stylesheet href=//evil.example/x.css>",
            "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
            "<div hx-get=/me hx-trigger=load data-dialog=log-call class=panel>gadget</div>",
            "<!--><script>ran=1</script>-->",
            "<![CDATA[<script>ran=1</script>]]>",
            "</div></article></section><script>ran=1</script>",
            "[click](javascript:ran=1)",
            "[click](JaVaScRiPt:ran=1)",
            "[click](&#106;avascript:ran=1)",
            "[click](java\tscript:ran=1)",
            "[click](<javascript:ran=1>)",
            "[click]( javascript:ran=1 \"title\")",
            "[click](vbscript:ran=1)",
            "[click](data:text/html;base64,PHNjcmlwdD5yYW49MTwvc2NyaXB0Pg==)",
            "[click](data:text/html,<script>ran=1</script>)",
            "[click](file:///etc/passwd)",
            "[click](blob:http://localhost/x)",
            "![pic](javascript:ran=1)",
            "![pic](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9cmFuPTE+)",
            "![pixel](https://evil.example/pixel.png)",
            "<javascript:ran=1>",
            "[ref][1]\n\n[1]: javascript:ran=1",
            "[x](https://ok.example \"\\\" onmouseover=ran=1 x=\\\"\")",
            "[x](https://ok.example/\"onmouseover=\"ran=1)",
            "`<script>ran=1</script>` and ```<img src=x onerror=ran=1>```",
            "```\"><script>ran=1</script>\n<img src=x onerror=ran=1>\n```",
            "[<img src=x onerror=ran=1>](https://ok.example)",
            "*[a](javascript:ran=1)* **<b onclick=ran=1>b</b>** > <i onfocus=ran=1 autofocus tabindex=1>",
            "@{1}<script>ran=1</script>@{999999} @{1\"onclick=\"ran=1}",
            "\uFF1Cscript\uFF1Eran=1\uFF1C/script\uFF1E",
            "\u202Egnp.exe\u202C \u2066x\u2069 <\u0000script>ran=1</script>",
            "${ran=1} {{constructor.constructor('ran=1')()}} #{ran=1}");

    private final Notes notes;
    private final Deletions deletions;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final Browser browser;
    private final TestMailServer mail;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    NotesTest(
            Notes notes,
            Deletions deletions,
            SomeContacts contacts,
            TestBrowsers browsers,
            Browser browser,
            TestMailServer mail,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.notes = notes;
        this.deletions = deletions;
        this.contacts = contacts;
        this.browsers = browsers;
        this.browser = browser;
        this.mail = mail;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
        mail.start();
    }

    @AfterEach
    void silence() {
        mail.stop();
    }

    @Test
    void whatPeopleWriteIsShownAsTheyMeantIt() {
        assertThat(html("**bold** and *italic*\nnext line"))
                .isEqualTo("<p><strong>bold</strong> and <em>italic</em><br />next line</p>\n");
        assertThat(html("# Title\n- one\n- two\n\n> said")).contains("<h3>Title</h3>", "<li>one</li>", "<blockquote>");
        assertThat(html("see https://kern.example/a?b=1&c=2, [mail](mailto:a@b.example) [call](tel:+49123)"))
                .contains("href=\"https://kern.example/a?b&#61;1&amp;c&#61;2\"", "href=\"mailto:a&#64;b.example\"")
                .contains("href=\"tel:&#43;49123\"", "rel=\"nofollow noopener noreferrer\"");
        assertThat(Markdown.plain(
                        "**Call** [us](https://a.example)\n- https://b.example ![pic](x.png)", notes.mentions()))
                .isEqualTo("Call us https://b.example pic");
        assertThat(html("Tom & Jerry < 3 > 2")).isEqualTo("<p>Tom &amp; Jerry &lt; 3 &gt; 2</p>\n");
    }

    @Test
    void nothingOfTheCorpusRunsOrLoadsInARealBrowser() {
        long contact = contacts.complete();
        ATTACKS.forEach(attack -> notes.write(Subject.contact(contact), attack, mara()));
        try (Window window = browser.as("mara")) {
            List<String> asked = new ArrayList<>();
            window.page().onRequest(request -> asked.add(request.url()));
            String next = "/contacts/" + contact;
            int seen = 0;
            for (;
                    next != null;
                    next = (String) window.page()
                            .evaluate("() => document.querySelector('#notes [rel=next]')?.getAttribute('href')")) {
                window.open(next, 1280, false);
                seen += window.page().locator(".note-body").count();
                assertThat(window.page().evaluate("() => window.ran")).isNull();
                assertThat(window.complaints()).isEmpty();
                assertThat(strange(window)).isEmpty();
            }
            assertThat(seen).isEqualTo(ATTACKS.size());
            assertThat(asked).noneMatch(url -> url.contains("evil.example"));
        }
    }

    /** Elements and attributes in notes beyond the few that are meant to be there. */
    private static List<?> strange(Window window) {
        return (List<?>) window.page().evaluate("""
                () => [...document.querySelectorAll('.note-body *')].flatMap((e) => {
                  const known = 'P BR HR STRONG EM UL OL LI BLOCKQUOTE PRE CODE H3 H4 H5 H6 A SPAN'.split(' ').includes(e.tagName);
                  const odd = [...e.attributes].filter((a) => !(e.tagName === 'A' && (a.name === 'rel' || a.name === 'href'
                    && ['http:', 'https:', 'mailto:', 'tel:'].includes(e.protocol)) || a.name === 'class' && a.value === 'mention'));
                  return known && odd.length === 0 ? [] : [e.outerHTML];
                })""");
    }

    @Test
    void whatNestsWithoutEndIsStillShownAndQuickly() {
        for (String deep : List.of(
                ">".repeat(19_000) + "x",
                "- ".repeat(9_900) + "x",
                "*a **b ".repeat(2_800),
                "[".repeat(19_990),
                "![a](".repeat(3_900),
                "`".repeat(9_000) + "x")) {
            assertThat(html(deep)).doesNotContain("<script");
            assertThat(Markdown.plain(deep, notes.mentions())).isNotNull();
        }
    }

    @Test
    void aMentionIsKeptByTheNumberSoARenamedPersonStaysRight() {
        Subject contact = Subject.contact(contacts.complete());
        long svea = cast.person("svea").id();
        long id =
                notes.write(contact, "Please call, @svea sales! @Stefan too. Not mail@svea.test, not @Sveax.", mara());
        assertThat(notes.get(id, mara()).text())
                .isEqualTo("Please call, @{" + svea + "}! @{"
                        + cast.person("stefan").id() + "} too. Not mail@svea.test, not @Sveax.");
        db.execute("update identity.person set name = 'Svea Neu' where id = " + svea);
        assertThat(browsers.as("mara").get(contact.url()).body())
                .contains("<span class=\"mention\">&#64;Svea Neu</span>!");
        assertThat(browsers.as("mara").get("/notes/" + id + "/edit").body()).contains("Please call, @Svea Neu!");
        db.execute("update identity.person set name = 'Svea Neu' where mail like 'stefan%'");
        assertThat(notes.mentions().keep("@Svea Neu and @Svea Neu #" + svea))
                .isEqualTo("@Svea Neu and @{" + svea + "}");
        assertThat(notes.mentions().show("@{" + svea + "}")).isEqualTo("@Svea Neu #" + svea);
    }

    @Test
    void aMentionedPersonFindsItAndGetsOneMailHoweverOftenTheNoteIsEdited() throws Exception {
        Subject contact = Subject.contact(contacts.complete());
        WebClient mara = browsers.as("mara");
        mara.post(
                "/notes/on/" + contact.code(),
                Map.of("text", "Ask **@Svea Sales** about the offer, @Boris Council, @Mara Marketing"));
        long id = db.fetchSingle("select id from notes.note").get(0, Long.class);
        mara.send("PUT", "/notes/" + id, Map.of("text", "Ask @Svea Sales about the *new* offer and @Carlo"));
        assertThat(mail.received()).hasSize(2);
        assertThat(mail.receivedBy("svea@kern.test")).hasSize(1);
        assertThat(mail.receivedBy("svea@kern.test").getFirst().getContent().toString())
                .contains("Ask @Svea Sales about the offer", "https://crm.kern.test" + contact.url() + "#note-" + id);
        assertThat(mail.receivedBy("boris@kern.test"))
                .as("may not open contacts")
                .isEmpty();
        WebClient svea = browsers.as("svea");
        assertThat(svea.get("/news").body())
                .contains("1 unread", "Mara Marketing mentioned you in a note", "Ask @Svea Sales about the new offer");
        svea.send("PUT", "/news/settings", Map.of("digest", "false"));
        mara.post("/notes/on/" + contact.code(), Map.of("text", "@Svea once more"));
        assertThat(mail.receivedBy("svea@kern.test"))
                .as("she wants no more of them")
                .hasSize(1);
        assertThat(svea.get("/me").body()).contains("title=\"2 waiting for you");
    }

    @Test
    void anEditKeepsWhatWasSaidBeforeAndADeletedNoteComesBackForThirtyDays() {
        Subject contact = Subject.contact(contacts.complete());
        WebClient mara = browsers.as("mara");
        WebClient svea = browsers.as("svea");
        svea.send("PUT", "/following/" + contact.code(), Map.of());
        long id = notes.write(contact, "first words", mara());
        clock.advance(Duration.ofHours(1));
        mara.send("PUT", "/notes/" + id, Map.of("text", "second words"));
        assertThat(svea.get("/notes/" + id + "/versions").body()).contains("first words", "second words");
        assertThat(svea.get(contact.url()).body())
                .contains("edited by Mara Marketing")
                .doesNotContain("first words");
        assertThat(svea.send("PUT", "/notes/" + id, Map.of("text", "mine")).statusCode())
                .isEqualTo(403);
        assertThat(svea.send("PUT", "/notes/" + id + "/deletion", Map.of()).statusCode())
                .isEqualTo(403);

        browsers.as("ada").send("PUT", "/notes/" + id + "/deletion", Map.of());
        assertThat(svea.get(contact.url()).body()).doesNotContain("second words");
        assertThat(svea.get("/news").body()).doesNotContain("second words");
        assertThat(svea.get("/notes/" + id + "/versions").statusCode()).isEqualTo(404);
        assertThat(mara.get(contact.url()).body()).contains("Deleted notes (1)");
        clock.advance(Duration.ofDays(29));
        queue.put("notes.forget", "");
        queue.runUntilIdle();
        mara.send("DELETE", "/notes/" + id + "/deletion", Map.of());
        assertThat(svea.get(contact.url()).body()).contains("second words");
        assertThat(svea.get("/news").body()).contains("second words");
        mara.send("PUT", "/notes/" + id + "/deletion", Map.of());
        clock.advance(Duration.ofDays(31));
        queue.put("notes.forget", "");
        queue.runUntilIdle();
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("notes.version"))
                        + db.fetchCount(org.jooq.impl.DSL.table("notes.note")))
                .isZero();
    }

    @Test
    void pinnedNotesStandOnTopAndOldOnesOnFurtherPages() {
        Subject contact = Subject.contact(contacts.complete());
        List<Long> ids = Stream.iterate(1, i -> i + 1)
                .limit(13)
                .map(i -> {
                    clock.advance(Duration.ofMinutes(1));
                    return notes.write(contact, "note number " + i + ".", mara());
                })
                .toList();
        notes.pin(ids.getFirst(), true, cast.person("svea"));
        WebClient svea = browsers.as("svea");
        String page = svea.get(contact.url()).body();
        page = page.substring(page.indexOf("id=\"notes\""), page.indexOf("id=\"history\""));
        assertThat(page)
                .contains("note number 1.", "note number 13.", "note number 4.")
                .doesNotContain("note number 3.");
        assertThat(page.indexOf("note number 1.")).isLessThan(page.indexOf("note number 13."));
        String older = page.replaceFirst("(?s).*rel=\"next\" href=\"(/notes/on/[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(svea.fragment(older).body())
                .contains("note number 3.", "note number 2.")
                .doesNotContain("note number 1.", "note number 4.");
    }

    @Test
    void notesGoToTheBinWithTheirRecordAndComeBackWithIt() {
        Subject contact = Subject.contact(contacts.complete());
        long id = notes.write(contact, "goes along", mara());
        deletions.delete(contact, mara());
        refused("web.error.notFound", () -> notes.get(id, mara()));
        clock.advance(Duration.ofDays(30));
        queue.put("notes.forget", "");
        queue.runUntilIdle();
        deletions.restore(contact, mara());
        assertThat(notes.get(id, mara()).text()).isEqualTo("goes along");
        deletions.delete(contact, mara());
        clock.advance(Duration.ofDays(32));
        queue.put("notes.forget", "");
        queue.runUntilIdle();
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("notes.note"))).isZero();
    }

    @Test
    void whoMayNotOpenTheRecordSeesNoNoteAlsoNotByItsAddress() {
        Subject contact = Subject.contact(contacts.complete());
        long id = notes.write(contact, "only for those inside", mara());
        WebClient boris = browsers.as("boris");
        for (String path : List.of(
                contact.url(),
                "/notes/on/" + contact.code(),
                "/notes/" + id + "/edit",
                "/notes/" + id + "/versions",
                "/notes/on/" + contact.code() + "/people")) {
            assertThat(boris.get(path).statusCode()).as(path).isIn(403, 404);
            assertThat(boris.get(path).body()).as(path).doesNotContain("only for those inside");
        }
        Person council = cast.person("boris");
        refused("web.error.notFound", () -> notes.get(id, council));
        refused("web.error.notFound", () -> notes.write(contact, "hello", council));
        refused("web.error.notFound", () -> notes.write(Subject.contact(987_654), "hello", mara()));
        refused("notes.error.empty", () -> notes.write(contact, " \u202E\u0000 \n", mara()));
        refused("notes.error.long", () -> notes.write(contact, "x".repeat(20_001), mara()));
    }

    private String html(String text) {
        StringOutput output = new StringOutput();
        Markdown.html(notes.mentions().keep(text), notes.mentions()).writeTo(output);
        return output.toString();
    }

    private Person mara() {
        return cast.person("mara");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
