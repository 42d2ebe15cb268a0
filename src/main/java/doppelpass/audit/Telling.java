package doppelpass.audit;

import doppelpass.audit.views.Change;
import doppelpass.audit.views.Field;
import doppelpass.audit.views.Names;
import doppelpass.core.Page;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import doppelpass.timeline.Subject;
import doppelpass.timeline.SubjectNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes stored entries readable: which columns changed, and what the ids in them are called. */
@Component
class Telling {
    private final AuditTable table;
    private final People people;
    private final List<SubjectNames> keepers;

    Telling(AuditTable table, People people, List<SubjectNames> keepers) {
        this.table = table;
        this.people = people;
        this.keepers = keepers;
    }

    Page<Change> changes(Page<AuditRow> page) {
        Names names = names(page.rows());
        return page.map(row -> new Change(
                row.id(),
                row.at(),
                row.actorId(),
                row.origin(),
                row.cause(),
                row.table(),
                row.kind(),
                row.recordId(),
                row.action(),
                row.erased(),
                fields(row, names),
                names));
    }

    private static List<Field> fields(AuditRow row, Names names) {
        return columns(row).stream()
                .map(name -> new Field(
                        row.table(), name, row.before().path(name), row.after().path(name), names))
                .toList();
    }

    private static Set<String> columns(AuditRow row) {
        Set<String> columns = new TreeSet<>(row.before().propertyNames());
        columns.addAll(row.after().propertyNames());
        return columns;
    }

    private Names names(List<AuditRow> rows) {
        Map<Subject.Kind, Set<Long>> records = new EnumMap<>(Subject.Kind.class);
        Set<Long> persons = new HashSet<>();
        boolean teams = false;
        for (AuditRow row : rows) {
            note(records, row.kind(), row.recordId());
            if (row.actorId() != null) persons.add(row.actorId());
            if (row.kind().equals("person") && row.recordId() != null) persons.add(row.recordId());
            for (String column : columns(row)) {
                List<Long> ids = ids(row, column);
                if (Names.person(column)) persons.addAll(ids);
                String target = column.replaceFirst("_id$", "");
                ids.forEach(id -> note(records, target.equals("parent") ? "company" : target, id));
                teams |= target.endsWith("team");
            }
        }
        return new Names(named(records), table.people(persons), teams ? teams() : Map.of());
    }

    private static void note(
            Map<Subject.Kind, Set<Long>> records, String kind, @org.jspecify.annotations.Nullable Long id) {
        Names.subject(kind, id)
                .ifPresent(subject -> records.computeIfAbsent(subject.kind(), k -> new HashSet<>())
                        .add(subject.id()));
    }

    private static List<Long> ids(AuditRow row, String column) {
        return column.endsWith("_id") || column.endsWith("_by")
                ? Stream.of(row.before().path(column), row.after().path(column))
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::asLong)
                        .toList()
                : new ArrayList<>();
    }

    private Map<Subject, String> named(Map<Subject.Kind, Set<Long>> records) {
        Map<Subject, String> names = new HashMap<>();
        records.forEach((kind, ids) -> keepers.stream()
                .filter(keeper -> keeper.kinds().contains(kind))
                .forEach(keeper ->
                        keeper.names(kind, ids).forEach((id, name) -> names.put(new Subject(kind, id), name))));
        return names;
    }

    private Map<Long, String> teams() {
        return people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    }
}
