package doppelpass.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Rows into an XLSX file as they come, on as many sheets as they need. Values are cells, never formulas. */
final class Sheets implements AutoCloseable {
    /** The format ends at 1,048,576. */
    private static final int ROWS = 1_000_000;

    private static final int PORTION = 1_000;

    private final Workbook book;
    private final List<String> header;
    private Worksheet sheet;
    private int sheets;
    private int row;

    Sheets(OutputStream out, List<String> header) {
        this.book = new Workbook(out, "Doppelpass", "1.0");
        this.header = header;
        this.sheet = next();
    }

    void add(List<? extends @Nullable Object> values) {
        if (row > ROWS) sheet = next();
        for (int column = 0; column < values.size(); column++) put(column, values.get(column));
        row++;
        if (row % PORTION == 0) flush();
    }

    private void put(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            // a text of its own in its cell: shared ones would all be kept until the end
            default -> sheet.inlineString(row, column, value.toString());
        }
    }

    private Worksheet next() {
        flush();
        Worksheet fresh = book.newWorksheet(Integer.toString(++sheets));
        fresh.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            fresh.value(0, column, header.get(column));
            fresh.style(0, column).bold().set();
        }
        row = 1;
        return fresh;
    }

    private void flush() {
        if (sheets == 0) return;
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
