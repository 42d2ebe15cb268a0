package doppelpass.api;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Attached;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What hangs on records, read and written by programs. The record itself must be there for whoever asks. */
@Component
class Parts {
    private final ObjectProvider<Attached> plugs;
    private final Reading reading;
    private final Organisations organisations;

    Parts(ObjectProvider<Attached> plugs, Reading reading, Organisations organisations) {
        this.plugs = plugs;
        this.reading = reading;
        this.organisations = organisations;
    }

    /** What records of this kind have, by name. */
    List<Attached> of(RecordKind kind) {
        return plugs.stream()
                .filter(plug -> plug.on(kind.listing().subject()))
                .sorted(java.util.Comparator.comparing(Attached::name))
                .toList();
    }

    /** A place to read or write at: the parts of one name of a record that its reader sees. */
    record Place(RecordKind kind, long record, Attached part, Person by) {
        String subject() {
            return kind.listing().subject();
        }
    }

    Place place(RecordKind kind, long record, String name, Person by) {
        Attached part = of(kind).stream()
                .filter(plug -> plug.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        reading.get(kind, record, by);
        return new Place(kind, record, part, by);
    }

    Map<String, Object> all(Place at) {
        return Map.of(
                "data",
                at.part().of(at.subject(), at.record(), at.by()).stream()
                        .map(row -> told(at, row))
                        .toList());
    }

    Answer add(Place at, Map<String, JsonNode> sent) {
        long id = at.part().add(at.subject(), at.record(), typed(at, sent, true), at.by());
        return answer(201, at, id);
    }

    Answer change(Place at, long id, Map<String, JsonNode> sent) {
        known(at, id);
        at.part().change(at.subject(), at.record(), id, typed(at, sent, false), at.by());
        return answer(200, at, id);
    }

    Answer remove(Place at, long id) {
        known(at, id);
        at.part().remove(at.subject(), at.record(), id, at.by());
        return Answer.gone();
    }

    private Answer answer(int status, Place at, long id) {
        String path = "/api/v1/" + at.kind().name() + "/" + at.record() + "/"
                + at.part().name() + "/" + id;
        return Answer.of(status, path, null, known(at, id));
    }

    private Map<String, @Nullable Object> known(Place at, long id) {
        return at.part().of(at.subject(), at.record(), at.by()).stream()
                .filter(row -> Long.valueOf(id).equals(row.get("id")))
                .findFirst()
                .map(row -> told(at, row))
                .orElseThrow(Refusal::notFound);
    }

    private Map<String, @Nullable Object> told(Place at, Map<String, @Nullable Object> row) {
        Values values = new Values(organisations.get().currency());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", row.get("id"));
        for (EntryField field : at.part().told()) {
            Object value = row.get(field.name());
            told.put(
                    field.name(),
                    field.kind() == Kind.MONEY && value instanceof Number minor
                            ? values.money(minor)
                            : value instanceof Instant moment ? moment.toString() : value);
        }
        return told;
    }

    /** Every wrong one is named. */
    private Map<String, String> typed(Place at, Map<String, JsonNode> sent, boolean fresh) {
        Sent reader = new Sent(organisations.get().currency(), (list, id) -> false);
        Map<String, EntryField> fields = new LinkedHashMap<>();
        at.part().sent().forEach(field -> fields.put(field.name(), field));
        Map<String, String> typed = new LinkedHashMap<>();
        List<Problem.Fault> faults = new ArrayList<>();
        sent.forEach((name, value) -> {
            try {
                typed.put(name, text(reader, fields, name, value));
            } catch (Sent.Refused refused) {
                faults.add(refused.fault());
            }
        });
        if (fresh)
            fields.values().stream()
                    .filter(field -> field.required() && !sent.containsKey(field.name()))
                    .forEach(field -> faults.add(lacking(field)));
        if (!faults.isEmpty())
            throw Problem.of(422, "fields").said("api.error.fields").with(faults);
        return typed;
    }

    private static String text(Sent reader, Map<String, EntryField> fields, String name, JsonNode value) {
        EntryField field = fields.get(name);
        if (field == null)
            throw Sent.Refused.of(
                    name,
                    Problem.Said.of("api.error.partField", name),
                    Problem.Said.of("api.remedy.oneOf", String.join(", ", fields.keySet())));
        ApiField known = ApiField.entered(field, null);
        String text = reader.text(known, value);
        if (text.isEmpty() && field.required())
            throw Sent.Refused.of(name, Problem.Said.of("api.error.required"), Sent.remedy(known));
        return text;
    }

    private static Problem.Fault lacking(EntryField field) {
        return Problem.Fault.of(
                field.name(), Problem.Said.of("api.error.required"), Sent.remedy(ApiField.entered(field, null)));
    }
}
