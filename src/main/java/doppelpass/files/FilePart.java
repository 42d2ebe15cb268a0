package doppelpass.files;

import doppelpass.files.views.FilePanel;
import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The files of a record beside its history. */
@Component
class FilePart implements RecordPart {
    private final Files files;

    FilePart(Files files) {
        this.files = files;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return List.of(new Part(Place.SIDE, 80, "files/panel", Map.of("panel", panel(record, reader))));
    }

    FilePanel panel(Subject record, Person reader) {
        List<FilePanel.Row> rows = files.of(record).stream()
                .map(file -> new FilePanel.Row(file, file.belongsTo(reader)))
                .toList();
        return new FilePanel(
                record, rows, files.deleted(record, reader), files.settings().largestMegabytes());
    }
}
