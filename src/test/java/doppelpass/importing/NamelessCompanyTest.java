package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company nobody named is known by where it is found: so its contacts keep their company. */
@DoppelpassTest
class NamelessCompanyTest {
    private final Imports imports;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    NamelessCompanyTest(Imports imports, Queue queue, DSLContext db, Cast cast) {
        this.imports = imports;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void empty() {
        cast.enter();
    }

    private static final String FILE = """
            id,company name,website,domain
            1,,https://www.SalesFace.com/about?x=1,
            2,,https://a.test,candid.example
            3,,,
            4,Kern,kern.test,
            5,,"   ",
            """;

    @Test
    void theWebAddressStandsInIsRemarkedAndWithoutOneTheRowIsRefused() {
        long id = run(FILE);
        assertThat(names()).containsExactly("1 SalesFace.com", "2 candid.example", "4 Kern");
        assertThat(remarks(id))
                .extracting(RemarkRow::row, RemarkRow::refused, RemarkRow::field, RemarkRow::value, RemarkRow::reason)
                .containsExactly(
                        tuple(3L, true, "name", "", "missing"),
                        tuple(5L, true, "name", "", "missing"),
                        tuple(1L, false, "name", "SalesFace.com", "standIn"),
                        tuple(2L, false, "name", "candid.example", "standIn"));
        assertThat(imports.files(id).getFirst().remarks()).isEqualTo(2);

        ImportRow again = imports.get(run(FILE));
        assertThat(again.inserted() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(3);
    }

    @Test
    void aNameSomebodyGaveMeanwhileStays() {
        run(FILE);
        db.execute("update contacts.company set name = 'Sales Face Ltd.' where source_id = '1'");
        ImportRow again = imports.get(run(FILE));
        assertThat(again.updated()).isZero();
        assertThat(names()).contains("1 Sales Face Ltd.");
        run(FILE.replace("1,,", "1,SalesFace Inc.,"));
        assertThat(names()).contains("1 SalesFace Inc.");
    }

    @Test
    void thePreviewShowsTheNameItWouldTake() {
        long id = draft(FILE);
        FileRow file = imports.files(id).getFirst();
        Imports.Preview preview = imports.preview(file, Json.mapping(String.valueOf(file.mapping())));
        assertThat(preview.refused()).hasSize(2);
        assertThat(preview.standIns())
                .extracting(RowReader.Remark::value)
                .containsExactly("SalesFace.com", "candid.example");
        assertThat(preview.rows().getFirst().values()).contains("SalesFace.com");
    }

    private long run(String text) {
        long id = draft(text);
        imports.start(id);
        queue.runUntilIdle();
        return id;
    }

    private long draft(String text) {
        long id = imports.begin("test", "test", null);
        long file = imports.add(id, "companies.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.map(file, Suggestions.mapping(imports.object("company"), imports.head(imports.file(file), null)));
        return id;
    }

    private List<String> names() {
        return db
                .fetchValues(
                        "select source_id || ' ' || name from contacts.company where source_system = 'test' order by source_id")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private List<RemarkRow> remarks(long id) {
        List<RemarkRow> remarks = new ArrayList<>();
        imports.remarks(id, false, 1000, remarks::add);
        return remarks;
    }
}
