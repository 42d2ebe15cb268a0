package doppelpass.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.work.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One day of an administrator who moves a hundred thousand people in: wrong rows, a better file, duplicates made one and
 * taken apart, and all of it moved out again. Everything by what the pages say.
 */
@DoppelpassTest
class AdministratorsDayTest {
    private final Browser browser;
    private final Queue queue;
    private final DSLContext db;

    @TempDir
    private Path folder;

    AdministratorsDayTest(Browser browser, Queue queue, DSLContext db) {
        this.browser = browser;
        this.queue = queue;
        this.db = db;
    }

    @Test
    void aHundredThousandPeopleMoveInAreMendedMergedAndMovedOutAgain() throws IOException {
        OldFile file = new OldFile(folder);
        maraBecomesAnAdministrator();
        try (Player mara = new Player(browser.as("mara"))) {
            mara.page().setDefaultTimeout(120_000);
            String first = moveIn(mara, file.written(false));
            counts(mara, "99,885", "0", "0", "115");
            assertThat(people()).isEqualTo(99_885);
            assertThat(reported(mara)).isEqualTo(file.mistakes());
            String second = moveIn(mara, file.written(true));
            counts(mara, "115", "0", "99,885", "0");
            assertThat(people()).isEqualTo(100_000);
            assertThat(numbers("select substr(source_id, 2) from contacts.contact where import_id = 2 order by id"))
                    .as("the second import wrote the corrected rows alone")
                    .isEqualTo(file.mistakes().keySet().stream().toList());
            merge(mara);
            moveOut(mara, second);
            assertThat(people()).isEqualTo(99_885);
            moveOut(mara, first);
            assertThat(people()).isZero();
            mara.open("/contacts").sees("No contacts");
        }
    }

    /** Who administers in a small company works in a team too; merging takes somebody who may write contacts. */
    private void maraBecomesAnAdministrator() {
        try (Player ada = new Player(browser.as("ada"))) {
            ada.open("/people")
                    .follow("Mara Marketing")
                    .tick("Administrator: may change people, teams and settings")
                    .press("Save");
        }
        assertThat(db.fetchValue("select administrator from identity.person where mail = 'mara@kern.test'"))
                .isEqualTo(true);
    }

    /** The address of the import; the report and the way back must come by themselves. */
    private String moveIn(Player mara, Path file) {
        mara.open("/imports");
        mara.page().getByLabel("Files").setInputFiles(file);
        mara.fill("Source", "old-crm")
                .press("Upload")
                .sees("people.csv", "rows looked at")
                .press("Use this mapping");
        mara.press("Start import").sees("Waiting");
        queue.runUntilIdle();
        mara.sees("Done", "Undo the import", "100,000 of 100,000");
        return mara.page().url();
    }

    private static void counts(Player mara, String... counts) {
        assertThat(mara.place("tr", "people.csv").locator("td.r")).hasText(counts);
    }

    /** Row → field of the file of refused rows, as it lies on the disk after a click. */
    private static SortedMap<Long, String> reported(Player mara) throws IOException {
        Download report = mara.page().waitForDownload(() -> mara.follow("Refused rows"));
        SortedMap<Long, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(report.path()).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            rows.put(Long.parseLong(cells[1]), cells[2]);
        }
        return rows;
    }

    private void merge(Player mara) {
        queue.put("duplicates.find", "");
        queue.runUntilIdle();
        mara.open("/duplicates").sees("3 to look at");
        mara.strike("n").sees("Side by side", "same mail address");
        mara.strike("m").sees("2 records are one now:");
        assertThat(people()).isEqualTo(99_999);
        Locator told = mara.place(".alert", "2 records are one now:");
        told.getByText("Undo").click();
        mara.sees("Contact");
        assertThat(people()).isEqualTo(100_000);
    }

    private static void moveOut(Player mara, String imported) {
        mara.open(imported).press("Undo the import").press("Undo the import").sees("Undone");
    }

    private int people() {
        return db.fetchSingle("select count(*)::int from contacts.contact").into(Integer.class);
    }

    private List<Long> numbers(String question) {
        return db.fetch(question).into(Long.class);
    }
}
