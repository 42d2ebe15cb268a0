package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileHeadTest {
    @TempDir
    Path folder;

    private FileHead head(String text, Charset charset) throws IOException {
        return head(text.getBytes(charset));
    }

    private FileHead head(byte[] bytes) throws IOException {
        return FileHead.of(Files.write(folder.resolve("file"), bytes), null, null);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void germanTextIsReadInEveryUsualEncodingWithAndWithoutMark(String charset) throws IOException {
        String mark = charset.startsWith("UTF") ? "\ufeff" : "";
        FileHead head = head(mark + "Name;Größe\nMüller;17\nWeiß;3\n", Charset.forName(charset));
        assertThat(head.header()).containsExactly("Name", "Größe");
        assertThat(head.rows()).containsExactly(List.of("Müller", "17"), List.of("Weiß", "3"));
        assertThat(head("Name;Größe\nMüller;1\n", StandardCharsets.UTF_8).header())
                .containsExactly("Name", "Größe");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\",\"", "';'", "'|'", "TAB"})
    void theDelimiterIsTheOneThatSplitsRowsEvenly(String written) throws IOException {
        String d = written.equals("TAB") ? "\t" : written.replace("'", "");
        String text = String.join(d, "a", "b", "c") + "\r\n" + String.join(d, "\"x, y; z\"", "1", "2") + "\r\n";
        assertThat(head(text, StandardCharsets.UTF_8).rows()).containsExactly(List.of("x, y; z", "1", "2"));
    }

    @Test
    void emptyAndRepeatedHeadersCanBeToldApartAndRowsOfAnyLengthAreRead() throws IOException {
        FileHead head = head("a,,a\n1\n1,2,3,4\n", StandardCharsets.UTF_8);
        assertThat(head.header()).containsExactly("a", "Column 2", "a (2)");
        assertThat(head.rows()).containsExactly(List.of("1"), List.of("1", "2", "3", "4"));
    }

    @Test
    void aFirstRowWithDataInItIsNotAHeader() throws IOException {
        FileHead head = head("Ann,ann@a.test\nBob,bob@b.test\n", StandardCharsets.UTF_8);
        assertThat(head.header()).containsExactly("Column 1", "Column 2");
        assertThat(head.rows()).hasSize(2);
    }

    @Test
    void quotesThatNeverEndAndEmptyFilesEndWithoutAnAccident() throws IOException {
        assertThat(head("a,b\n1,\"never ends\n2,3\n", StandardCharsets.UTF_8).rows())
                .hasSize(1);
        assertThat(head("", StandardCharsets.UTF_8).header()).isEmpty();
        assertThat(head("a,b\r1,2\r3,4\n5,6\r\n7,8", StandardCharsets.UTF_8).rows())
                .hasSize(4);
    }

    @Test
    void aCellBeyondTheLimitIsASentenceNotAStackTrace() {
        byte[] huge = ("a,b\n1,\"" + "x".repeat(40 << 20) + "\"\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> head(huge)).isInstanceOf(BrokenFile.class);
    }

    @Test
    void anExcelWorkbookIsReadWithItsDatesAndNumbers() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Kontakte");
            List<String> header = List.of("Name", "Betrag", "Datum");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "Müller");
            sheet.value(1, 1, 1234.5);
            sheet.value(1, 2, java.time.LocalDate.of(2021, 4, 15));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        }
        FileHead head = FileHead.of(file, null, null);
        assertThat(head.format()).isEqualTo("XLSX");
        assertThat(head.header()).containsExactly("Name", "Betrag", "Datum");
        assertThat(head.rows().getFirst()).startsWith("Müller", "1234.5");
        assertThat(head.rows().getFirst().get(2)).startsWith("2021-04-15");
    }

    @Test
    void aWorkbookThatUnpacksToFarMoreThanItsSizeIsRefused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> FileHead.of(file, null, null))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("unpacks");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 9, 9});
        assertThatThrownBy(() -> FileHead.of(file, null, null)).isInstanceOf(BrokenFile.class);
    }

    @Test
    void theIdsOfAFileAreToldApart() {
        Seen seen = new Seen();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            ids.add("id-" + i);
        }
        assertThat(ids.stream().filter(id -> !seen.add(id))).isEmpty();
        assertThat(ids.stream().limit(1000).filter(seen::add)).isEmpty();
    }
}
