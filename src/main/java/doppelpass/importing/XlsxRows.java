package doppelpass.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of an Excel workbook; formulas count as their last value, dates as ISO text. */
final class XlsxRows implements Rows {
    private static final long MAXIMUM_RATIO = 100;
    private static final long MAXIMUM_BYTES = 4L << 30;
    private static final int MAXIMUM_ENTRIES = 5_000;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;
    private @Nullable List<String> first;

    private XlsxRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
        List<String> top = rows.hasNext() ? cells(rows.next()) : List.of();
        boolean named = Rows.looksLikeHeader(top);
        this.header = Rows.names(named ? top : Collections.nCopies(top.size(), ""));
        this.first = named || top.isEmpty() ? null : top;
    }

    static XlsxRows open(Path file) throws IOException {
        refuseBombs(file);
        try {
            return new XlsxRows(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)));
        } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new BrokenFile("This is not a readable Excel workbook (" + e.getMessage() + ")");
        }
    }

    /** A small file that unpacks to a huge one is an attack, not a list. */
    private static void refuseBombs(Path file) throws IOException {
        long size = Files.size(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
            if (zip.size() > MAXIMUM_ENTRIES
                    || unpacked > MAXIMUM_BYTES
                    || unpacked > MAXIMUM_RATIO * Math.max(size, 1 << 16)) {
                throw new BrokenFile("The workbook unpacks to " + unpacked + " bytes in " + zip.size()
                        + " parts, too much for its " + size + " bytes");
            }
        } catch (java.util.zip.ZipException e) {
            throw new BrokenFile("This is not a readable Excel workbook (" + e.getMessage() + ")");
        }
    }

    static boolean fits(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && ReadableWorkbook.isOOXMLZipHeader(start);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        try {
            return first != null || rows.hasNext();
        } catch (ExcelReaderException e) {
            throw new BrokenFile("The workbook breaks off (" + e.getMessage() + ")");
        }
    }

    @Override
    public List<String> next() {
        List<String> held = first;
        first = null;
        return held != null ? held : cells(rows.next());
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER
                && format != null
                && format.matches("(?i).*[dmyh].*")
                && !format.contains("#")) {
            try {
                return cell.asDate().toString();
            } catch (DateTimeException | ExcelReaderException e) {
                return cell.getRawValue();
            }
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            case STRING -> cell.asString();
            case FORMULA, ERROR, EMPTY -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }
}
