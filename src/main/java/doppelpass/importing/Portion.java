package doppelpass.importing;

import doppelpass.database.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Takes portions of one file in; a row the database itself refuses is found by halving and reported like any other. */
record Portion(Engine engine, ImportRow order, FileRow file, Intake intake, RowReader reader, boolean matching) {

    /** {@code before}: how many rows of the file were read before these. */
    void take(long before, List<List<String>> cells) {
        List<RowReader.Outcome> outcomes = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            outcomes.add(reader.read(before + i + 1, cells.get(i)));
        }
        keepOrHalve(outcomes, before);
    }

    private Set<String> mapped() {
        return reader.fields().stream().map(f -> f.field().name()).collect(Collectors.toSet());
    }

    private void keepOrHalve(List<RowReader.Outcome> outcomes, long before) {
        try {
            engine.keep(this, outcomes, before);
        } catch (DataIntegrityViolationException e) {
            if (outcomes.size() == 1) {
                String reason = e.getMostSpecificCause().getMessage();
                String said = reason == null ? "" : reason.lines().findFirst().orElse("");
                engine.keep(this, List.of(new RowReader.Remark(before + 1, "", said, "database")), before);
                return;
            }
            int half = outcomes.size() / 2;
            keepOrHalve(outcomes.subList(0, half), before);
            keepOrHalve(outcomes.subList(half, outcomes.size()), before + half);
        }
    }

    /** Within a transaction. */
    void keep(
            DSLContext db,
            ImportTable table,
            RemarkTable remarks,
            Map<String, String> keys,
            List<RowReader.Outcome> outcomes,
            long before,
            Instant now) {
        List<RowReader.Row> rows = new ArrayList<>(outcomes.size());
        List<RowReader.Remark> refused = new ArrayList<>();
        for (RowReader.Outcome outcome : outcomes) {
            switch (outcome) {
                case RowReader.Row row -> rows.add(row);
                case RowReader.Remark remark -> refused.add(remark);
            }
        }
        Stage stage = new Stage(db, intake);
        stage.create();
        stage.fill(reader.fields(), rows);
        Batch batch = new Batch(db, order.id(), order.system(), now, stage.name(), mapped());
        Merge merge = new Merge(db, intake, batch, reader.fields(), keys);
        List<RowReader.Remark> said = new ArrayList<>();
        for (RowReader.Remark link : merge.link()) (link.reason().equals("link") ? refused : said).add(link);
        refused.addAll(merge.contradictions());
        merge.find(() -> said.addAll(engine.recognise(intake, batch, matching)));
        refused.addAll(merge.lacking());
        Set<Long> out = refused.stream().map(RowReader.Remark::row).collect(Collectors.toSet());
        List<RowReader.Remark> standIns = rows.stream()
                .flatMap(r -> r.standIns().stream())
                .filter(r -> !out.contains(r.row()))
                .toList();
        said.addAll(standIns);
        said.removeIf(r -> out.contains(r.row()));
        Merge.Counts counts = merge.merge(standIns);
        remarks.insert(file.id(), refused, true);
        remarks.insert(file.id(), said, false);
        String currencies = String.join(", ", reader.foreignCurrencies());
        if (!table.advance(
                file.id(), before, before + outcomes.size(), counts, refused.size(), said.size(), currencies)) {
            throw new IllegalStateException("File " + file.id() + " was read on by another worker");
        }
    }
}
