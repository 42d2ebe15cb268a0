package doppelpass.api;

import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.Rows;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Entry;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Wrong;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Records written by programs, through the forms and cells of their modules. */
@Component
class Writing {
    private final Rows rows;
    private final People people;
    private final Organisations organisations;
    private final SourceTable sources;
    private final Seeing seeing;

    Writing(Rows rows, People people, Organisations organisations, SourceTable sources, Seeing seeing) {
        this.rows = rows;
        this.people = people;
        this.organisations = organisations;
        this.sources = sources;
        this.seeing = seeing;
    }

    @Transactional
    long create(RecordKind kind, Map<String, JsonNode> sent, Person by) {
        if (!rows.adds(kind.listing(), by)) throw Refusal.forbidden("lists.error.readOnly");
        Entry entry = kind.entry();
        if (entry == null) throw Refusal.forbidden("lists.error.readOnly");
        Typed typed = typed(kind, sent, true, by);
        long id = told(kind, () -> entry.add(typed.entered(), by));
        cells(kind, id, typed.cells(), by);
        told(kind, () -> {
            entry.complete(id);
            return id;
        });
        return id;
    }

    /** The record must be locked, see {@link #lock}. */
    @Transactional
    void change(RecordKind kind, long id, Map<String, JsonNode> sent, Person by) {
        if (!rows.changes(kind.listing(), by)) throw Refusal.forbidden("lists.error.readOnly");
        Typed typed = typed(kind, sent, false, by);
        Entry entry = kind.entry();
        if (entry != null && !typed.entered().isEmpty())
            told(kind, () -> {
                entry.change(id, typed.entered(), by);
                return id;
            });
        cells(kind, id, typed.cells(), by);
    }

    @Transactional
    void remove(RecordKind kind, long id, Person by) {
        if (!rows.removes(kind.listing(), by)) throw Refusal.forbidden("lists.error.readOnly");
        rows.remove(kind.listing(), id, by);
    }

    /** Until the end of the transaction nobody else changes this record. */
    @Transactional
    void lock(RecordKind kind, long id) {
        rows.lock(kind.listing(), id);
        sources.lock(kind.listing().subject(), id);
    }

    /** What the module enters, and what is written cell by cell. */
    private record Typed(Map<String, String> entered, Map<ApiField, String> cells) {}

    private Typed typed(RecordKind kind, Map<String, JsonNode> sent, boolean fresh, Person by) {
        Sent reader = new Sent(organisations.get().currency(), (list, id) -> there(list, id, by));
        Typed typed = new Typed(new LinkedHashMap<>(), new LinkedHashMap<>());
        List<Problem.Fault> faults = new ArrayList<>();
        sent.forEach((name, value) -> {
            try {
                ApiField field = writable(kind, name, fresh);
                String text = reader.text(field, value);
                if (text.isEmpty() && field.required())
                    throw Sent.Refused.of(name, Problem.Said.of("api.error.required"), Sent.remedy(field));
                if (field.own()) typed.entered().put(name, text);
                else typed.cells().put(field, text);
            } catch (Sent.Refused refused) {
                faults.add(refused.fault());
            }
        });
        if (fresh)
            kind.fields().stream()
                    .filter(f -> f.own() && f.required() && !sent.containsKey(f.name()))
                    .forEach(f -> faults.add(
                            Problem.Fault.of(f.name(), Problem.Said.of("api.error.required"), Sent.remedy(f))));
        if (!faults.isEmpty())
            throw Problem.of(422, "fields").said("api.error.fields").with(faults);
        return typed;
    }

    private ApiField writable(RecordKind kind, String name, boolean fresh) {
        if (!seeing.writes(kind.listing().subject(), name))
            throw Sent.Refused.of(
                    name, Problem.Said.of("api.error.closedField"), Problem.Said.of("api.remedy.leaveOut"));
        List<String> names = kind.writable(fresh).stream().map(ApiField::name).toList();
        ApiField field = kind.field(name)
                .orElseThrow(() -> Sent.Refused.of(
                        name, Problem.Said.of("api.error.field", name, kind.name()), Query.nearest(name, names)));
        if (!names.contains(name))
            throw Sent.Refused.of(
                    name,
                    Problem.Said.of(field.writes() == ApiField.Writes.FIRST ? "api.error.once" : "api.error.readOnly"),
                    Problem.Said.of("api.remedy.leaveOut"));
        return field;
    }

    /** A link leads only to what the sender sees. */
    private boolean there(String list, long id, Person by) {
        if (list.equals(EntryField.PEOPLE))
            return people.find(id).filter(Person::active).isPresent();
        try {
            return rows.find(rows.list(list, by), List.of(), id, by).isPresent();
        } catch (Refusal closed) {
            return false;
        }
    }

    private void cells(RecordKind kind, long id, Map<ApiField, String> cells, Person by) {
        List<Problem.Fault> faults = new ArrayList<>();
        cells.forEach((field, text) -> {
            try {
                Column column = Objects.requireNonNull(field.column());
                boolean chosen = column.editing() != null && column.editing().input() == Editing.Input.CHOICE;
                rows.write(kind.list(), id, column, chosen ? text.replaceFirst("^#", "") : text, by);
            } catch (Refusal refusal) {
                faults.add(Sent.Refused.of(field, refusal).fault());
            }
        });
        if (!faults.isEmpty())
            throw Problem.of(422, "fields").said("api.error.fields").with(faults);
    }

    private interface Step {
        long run();
    }

    /** What a form objects to, by the names that were sent. */
    private static long told(RecordKind kind, Step step) {
        try {
            return step.run();
        } catch (Wrong wrong) {
            List<Problem.Fault> faults = wrong.fields().entrySet().stream()
                    .map(e -> Problem.Fault.of(e.getKey(), Problem.Said.of(e.getValue()), remedy(kind, e.getKey())))
                    .toList();
            throw Problem.of(422, "fields").said("api.error.fields").with(faults);
        }
    }

    private static Problem.@Nullable Said remedy(RecordKind kind, String field) {
        return kind.field(field).map(Sent::remedy).orElse(null);
    }
}
