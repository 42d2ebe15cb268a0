package doppelpass.api;

import doppelpass.core.Page;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.ListRow;
import doppelpass.lists.Rows;
import doppelpass.rules.Checked;
import doppelpass.rules.Refused;
import doppelpass.rules.Rule;
import doppelpass.rules.Rules;
import doppelpass.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records read by programs, as lists show them to the person who asks. */
@Component
class Reading {
    private final Rows rows;
    private final Rules rules;
    private final Organisations organisations;

    Reading(Rows rows, Rules rules, Organisations organisations) {
        this.rows = rows;
        this.rules = rules;
        this.organisations = organisations;
    }

    /** A record with all its fields, and the version this is. */
    record Found(Map<String, @Nullable Object> whole, String etag) {
        /** Only some of them. */
        Map<String, @Nullable Object> only(List<ApiField> fields) {
            Map<String, @Nullable Object> some = new LinkedHashMap<>();
            some.put("id", whole.get("id"));
            fields.forEach(field -> some.put(field.name(), whole.get(field.name())));
            return some;
        }
    }

    @Transactional(readOnly = true)
    Map<String, @Nullable Object> list(RecordKind kind, Query query, Person reader) {
        Optional<Rule> filter = filter(kind, query.filter());
        Page<ListRow> page = rows.page(
                kind.list(),
                RecordKind.columns(query.fields()),
                filter,
                query.page(),
                query.count().equals("estimate"),
                reader);
        Values values = values();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "data",
                page.rows().stream()
                        .map(row -> values.record(row, query.fields()))
                        .toList());
        answer.put("next", query.text(kind, page.next()));
        answer.put("previous", query.text(kind, page.previous()));
        if (query.count().equals("estimate")) {
            answer.put("total", page.count());
            answer.put("total_estimated", page.countEstimated());
        }
        if (query.count().equals("exact")) {
            answer.put("total", rows.count(kind.list(), filter, reader));
            answer.put("total_estimated", false);
        }
        return answer;
    }

    @Transactional(readOnly = true)
    Optional<Found> find(RecordKind kind, long id, Person reader) {
        List<ApiField> fields = kind.readable();
        return rows.find(kind.list(), RecordKind.columns(fields), id, reader)
                .map(row -> values().record(row, fields))
                .map(whole -> new Found(whole, Values.etag(whole)));
    }

    Found get(RecordKind kind, long id, Person reader) {
        return find(kind, id, reader).orElseThrow(Refusal::notFound);
    }

    private Values values() {
        return new Values(organisations.get().currency());
    }

    private Optional<Rule> filter(RecordKind kind, String text) {
        if (text.isEmpty()) return Optional.empty();
        Checked checked = rules.check(text, kind.listing().subject());
        return switch (checked) {
            case Rule rule -> {
                if (!rules.closed(rule).isEmpty()) throw wrong(rules.closed(rule));
                yield Optional.of(rule);
            }
            case Refused refused -> throw wrong(refused.problems());
        };
    }

    private static Problem wrong(List<doppelpass.rules.Problem> problems) {
        return Problem.of(400, "filter")
                .said("api.error.filter")
                .with(problems.stream().map(Reading::fault).toList());
    }

    private static Problem.Fault fault(doppelpass.rules.Problem problem) {
        String better = problem.suggestion();
        return new Problem.Fault(
                "filter",
                new Problem.Said(problem.messageKey(), problem.args()),
                better == null ? null : Problem.Said.of("api.remedy.nearest", better),
                Map.of("line", problem.line(), "column", problem.column()));
    }
}
