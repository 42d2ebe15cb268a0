package doppelpass.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.identity.Person;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class FilesTest {
    private final Files files;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    FilesTest(
            Files files,
            SomeContacts contacts,
            TestBrowsers browsers,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.files = files;
        this.contacts = contacts;
        this.browsers = browsers;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
    }

    @Test
    void aFileComesBackByteForByteAndTheSameBytesAreKeptOnce() {
        Subject contact = contact();
        byte[] bytes = new byte[3 * ContentTable.CHUNK_BYTES + 17];
        new Random(1).nextBytes(bytes);
        WebClient svea = browsers.as("svea");
        svea.get(contact.url());
        svea.upload("/files/on/" + contact.code(), "files", "Angebot.bin", bytes, Map.of());
        svea.upload("/files/on/" + contact.code(), "files", "noch eins.bin", bytes, Map.of());
        assertThat(svea.bytes("/files/1")).isEqualTo(bytes);
        assertThat(svea.bytes("/files/2")).isEqualTo(bytes);
        assertThat(db.fetchCount(DSL.table("files.content"))).isEqualTo(1);
        assertThat(db.fetchCount(DSL.table("files.chunk"))).isEqualTo(4);
        assertThat(files.usage()).isEqualTo(new Usage(2, 1, bytes.length, 0, 0));
    }

    @Test
    void manyAtOnceBringingTheSameBytesKeepThemOnce() throws Exception {
        Subject contact = contact();
        byte[] bytes = new byte[600_000];
        new Random(2).nextBytes(bytes);
        List<Callable<Long>> uploads = IntStream.range(0, 8)
                .<Callable<Long>>mapToObj(i -> () -> add(contact, "f" + i, bytes))
                .toList();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(uploads)) assertThat(done.get()).isPositive();
        }
        assertThat(files.usage()).isEqualTo(new Usage(8, 1, bytes.length, 0, 0));
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        Subject contact = contact();
        byte[] bytes = new byte[2_000_000];
        int[] opened = {0};
        Upload.Source breaking = () -> opened[0]++ == 0
                ? new ByteArrayInputStream(bytes)
                : new InputStream() {
                    private int left = 1_000_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) throw new IOException("the cable was pulled");
                        return 0;
                    }
                };
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> files.add(contact, new Upload("half.bin", bytes.length, breaking), svea()))
                .hasRootCauseMessage("the cable was pulled");
        assertThat(db.fetchCount(DSL.table("files.content"))).isZero();
        assertThat(db.fetchCount(DSL.table("files.chunk"))).isZero();
    }

    @Test
    void theTypeIsToldByTheContentAndNothingActiveIsEverShownInline() throws IOException {
        Subject contact = contact();
        Map<String, byte[]> given = new LinkedHashMap<>();
        given.put("picture.exe", png());
        given.put(
                "paper.html", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF".getBytes(StandardCharsets.UTF_8));
        given.put("harmless.png", utf8("<html><script>alert(1)</script></html>"));
        given.put(
                "logo.jpg",
                utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"));
        given.put("photo.gif", utf8("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
        given.put("data.pdf", utf8("<?xml version='1.0'?><?xml-stylesheet href='javascript:alert(1)'?><x/>"));
        given.put("note.webp", utf8("function f() { alert(1) }"));
        given.put("plain.jpeg", utf8("only words"));
        given.forEach((name, bytes) -> add(contact, name, bytes));
        assertThat(files.of(contact).reversed())
                .extracting(StoredFile::type)
                .startsWith(
                        "image/png",
                        "application/pdf",
                        "text/html",
                        "image/svg+xml",
                        "image/svg+xml",
                        "application/xml");
        WebClient svea = browsers.as("svea");
        for (int id = 1; id <= given.size(); id++) {
            HttpResponse<String> download = svea.get("/files/" + id);
            assertThat(header(download, "Content-Disposition")).startsWith("attachment; ");
            assertThat(header(download, "Content-Type")).isEqualTo("application/octet-stream");
            guarded(download);
            HttpResponse<String> shown = svea.get("/files/" + id + "/view");
            assertThat(shown.statusCode()).as("file %s", id).isEqualTo(id == 1 ? 200 : 404);
            if (id == 1) {
                assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
                assertThat(header(shown, "Content-Disposition")).startsWith("inline; ");
                guarded(shown);
            }
        }
    }

    private static void guarded(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("allow-scripts");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void namesKeepTheirScriptAndLoseTheirTricks() {
        Map<String, String> names = Map.of(
                "../../etc/passwd",
                "passwd",
                "C:\\Users\\x\\Übergabe Straße.docx",
                "Übergabe Straße.docx",
                "見積書 №5.pdf",
                "見積書 №5.pdf",
                "evil\u202Egnp.exe",
                "evilgnp.exe",
                "a\r\nSet-Cookie: x=1;b\u0000.txt",
                "a__Set-Cookie_ x=1;b_.txt",
                "..",
                "file",
                "CON.txt",
                "_CON.txt",
                "  . hidden \" | ? .txt . ",
                "hidden _ _ _ .txt",
                "x".repeat(300) + ".pdf",
                "x".repeat(146) + ".pdf",
                "U\u0308mlaut",
                "Ümlaut");
        names.forEach((given, kept) -> assertThat(FileName.safe(given)).isEqualTo(kept));
        assertThat(FileName.safe(null)).isEqualTo("file");
        // as RFC 6266 and RFC 5987 write it; the bytes of ü, € and the blank by hand
        assertThat(FileName.disposition("attachment", "Büro \"5%\" €;.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Buro _5__ __.pdf\"; filename*=UTF-8''B%C3%BCro%20%225%25%22%20%E2%82%AC%3B.pdf");
        Subject contact = contact();
        WebClient svea = browsers.as("svea");
        svea.get(contact.url());
        svea.upload("/files/on/" + contact.code(), "files", "../Größe <b>.txt", utf8("x"), Map.of());
        assertThat(svea.get(contact.url()).body()).contains("Größe _b_.txt");
        assertThat(header(svea.get("/files/1"), "Content-Disposition"))
                .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20_b_.txt");
    }

    @Test
    void limitsAreSetByAdministratorsAndSaidPlainly() {
        Subject contact = contact();
        WebClient ada = browsers.as("ada");
        assertThat(ada.send("PUT", "/files/settings", Map.of("megabytes", "0", "host", "http://x", "port", "99999"))
                        .statusCode())
                .isEqualTo(422);
        ada.send("PUT", "/files/settings", Map.of("megabytes", "1", "host", "", "port", "3310", "silence", "refuse"));
        refused("files.error.large", () -> add(contact, "big.bin", new byte[(1 << 20) + 1]));
        refused("files.error.empty", () -> add(contact, "empty.bin", new byte[0]));
        add(contact, "fits.bin", new byte[1 << 20]);
        assertThat(ada.get("/files").body()).contains("1.0 MB", "uploads are not scanned");
        assertThat(browsers.as("svea").get("/files").statusCode()).isEqualTo(403);
    }

    @Test
    void aVirusIsRefusedAndASilentScannerRefusesOrLocksAsConfigured() {
        Subject contact = contact();
        long old = add(contact, "before there was a scanner.txt", utf8("old " + SomeScanner.EICAR));
        int port;
        try (SomeScanner scanner = new SomeScanner()) {
            port = scanner.port();
            scanner("refuse", port);
            refused("files.error.infected", () -> add(contact, "virus.txt", utf8(SomeScanner.EICAR)));
            long clean = add(contact, "clean.bin", new byte[200_000]);
            assertThat(scanner.seen()).isEqualTo(200_000 + SomeScanner.EICAR.length());
            assertThat(files.get(clean, svea()).state()).isEqualTo(State.CLEAN);
            refused("files.error.infected", () -> add(contact, "again.txt", utf8("old " + SomeScanner.EICAR)));
            assertThat(browsers.as("svea").get("/files/" + old).statusCode())
                    .as("the same bytes from before")
                    .isEqualTo(409);
        }
        refused("files.error.silent", () -> add(contact, "late.txt", utf8("late")));
        scanner("quarantine", port);
        long late = add(contact, "late.txt", utf8("late"));
        long bad = add(contact, "bad.txt", utf8(SomeScanner.EICAR));
        assertThat(browsers.as("svea").get(contact.url()).body()).contains("waits for the scanner");
        assertThat(browsers.as("svea").get("/files/" + late).statusCode()).isEqualTo(409);
        run("files.quarantine");
        assertThat(files.get(late, svea()).state()).as("still nobody answers").isEqualTo(State.QUARANTINED);
        try (SomeScanner scanner = new SomeScanner()) {
            scanner("quarantine", scanner.port());
            run("files.quarantine");
        }
        assertThat(browsers.as("svea").get("/files/" + late).body()).isEqualTo("late");
        assertThat(browsers.as("svea").get("/files/" + bad).statusCode()).isEqualTo(409);
        assertThat(files.usage().infected()).isEqualTo(2);
    }

    @Test
    void aDeletedFileComesBackForThirtyDaysThenItsBytesGoToo() {
        Subject contact = contact();
        long id = add(contact, "offer.txt", utf8("offer"));
        long twin = add(contact, "twin.txt", utf8("offer"));
        assertThat(browsers.as("stefan")
                        .send("PUT", "/files/" + id + "/deletion", Map.of())
                        .statusCode())
                .isEqualTo(403);
        WebClient svea = browsers.as("svea");
        svea.send("PUT", "/files/" + id + "/deletion", Map.of());
        assertThat(svea.get("/files/" + id).statusCode()).isEqualTo(404);
        assertThat(svea.get(contact.url()).body()).contains("Deleted files (1)");
        svea.send("DELETE", "/files/" + id + "/deletion", Map.of());
        assertThat(svea.get("/files/" + id).body()).isEqualTo("offer");
        browsers.as("ada").send("PUT", "/files/" + id + "/deletion", Map.of());
        clock.advance(Duration.ofDays(31));
        run("files.forget");
        assertThat(svea.get("/files/" + twin).body())
                .as("somebody else's bytes stay")
                .isEqualTo("offer");
        svea.send("PUT", "/files/" + twin + "/deletion", Map.of());
        clock.advance(Duration.ofDays(31));
        run("files.forget");
        assertThat(files.usage()).isEqualTo(new Usage(0, 0, 0, 0, 0));
    }

    @Test
    void whoMayNotOpenTheRecordGetsNoFileAlsoNotByItsAddress() {
        Subject contact = contact();
        long id = add(contact, "inside.txt", utf8("for those inside"));
        WebClient boris = browsers.as("boris");
        for (String path : List.of("/files/" + id, "/files/" + id + "/view", "/files/on/" + contact.code())) {
            assertThat(boris.get(path).statusCode()).as(path).isIn(403, 404);
            assertThat(boris.get(path).body()).doesNotContain("inside");
        }
        refused("web.error.notFound", () -> files.get(id, cast.person("boris")));
        refused("web.error.notFound", () -> files.add(contact, upload("x", utf8("x")), cast.person("boris")));
    }

    private void scanner(String silence, int port) {
        browsers.as("ada")
                .send(
                        "PUT",
                        "/files/settings",
                        Map.of(
                                "megabytes",
                                "25",
                                "host",
                                "localhost",
                                "port",
                                Integer.toString(port),
                                "silence",
                                silence));
    }

    private void run(String job) {
        queue.put(job, "");
        queue.runUntilIdle();
    }

    private Subject contact() {
        return Subject.contact(contacts.complete());
    }

    private long add(Subject record, String name, byte[] bytes) {
        return files.add(record, upload(name, bytes), svea());
    }

    private static Upload upload(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private Person svea() {
        return cast.person("svea");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
