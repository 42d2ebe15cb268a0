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
        Batch batch = new Batch(db, order.id(), order.system(), now, stage.name());
        Merge merge = new Merge(db, intake, batch, reader.fields(), keys);
        List<RowReader.Remark> links = merge.link();
        refused.addAll(merge.contradictions());
        List<RowReader.Remark> gone =
                links.stream().filter(r -> r.reason().equals("link")).toList();
        refused.addAll(gone);
        Set<Long> out = refused.stream().map(RowReader.Remark::row).collect(Collectors.toSet());
        List<RowReader.Remark> standIns = rows.stream()
                .flatMap(r -> r.standIns().stream())
                .filter(r -> !out.contains(r.row()))
                .toList();
        List<RowReader.Remark> said = new ArrayList<>(standIns);
        Merge.Counts counts = merge.merge(standIns, () -> said.addAll(engine.recognise(intake, batch, matching)));
        links.stream().filter(r -> !r.reason().equals("link")).forEach(said::add);
        remarks.insert(file.id(), refused, true);
        remarks.insert(file.id(), said, false);
        String currencies = String.join(", ", reader.foreignCurrencies());
        if (!table.advance(
                file.id(), before, before + outcomes.size(), counts, refused.size(), said.size(), currencies)) {
            throw new IllegalStateException("File " + file.id() + " was read on by another worker");
        }
    }
}
