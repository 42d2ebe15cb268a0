package doppelpass.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a delimited text file. */
final class CsvRows implements Rows {
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private @Nullable List<String> first;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        List<String> top = records.hasNext() ? withoutMark(records.next().getFields()) : List.of();
        boolean named = Rows.looksLikeHeader(top);
        this.header = Rows.names(named ? top : java.util.Collections.nCopies(top.size(), ""));
        this.first = named || top.isEmpty() ? null : top;
    }

    static CsvRows open(Path file, TextShape shape) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(shape.delimiter())
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .ofCsvRecord(new InputStreamReader(Files.newInputStream(file), shape.charset()));
        try {
            return new CsvRows(reader);
        } catch (CsvParseException e) {
            reader.close();
            throw new BrokenFile(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        try {
            return first != null || records.hasNext();
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw new BrokenFile(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    @Override
    public List<String> next() {
        List<String> held = first;
        first = null;
        return held != null ? held : records.next().getFields();
    }

    @Override
    public void close() throws IOException {
        records.close();
        reader.close();
    }

    private static List<String> withoutMark(List<String> cells) {
        if (cells.isEmpty() || !cells.getFirst().startsWith("\ufeff")) {
            return cells;
        }
        List<String> clean = new java.util.ArrayList<>(cells);
        clean.set(0, cells.getFirst().substring(1));
        return clean;
    }
}
