package doppelpass.bench;

import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.identity.Person;
import doppelpass.rules.Rule;
import doppelpass.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Terms of the glossary, signed by both teams, over every lead, beside SQL somebody would write for the same question. */
final class RuleBench {
    private static final String ANSWER =
            "select count(*)::text || ' leads, ' || coalesce(sum(hashint8extended(l.id, 0)), 0)"
                    + " from leads.lead l join contacts.contact c on c.id = l.contact_id"
                    + " left join contacts.company k on k.id = c.company_id where ";

    private final DSLContext db;
    private final Plain plain;
    private final Glossary glossary;
    private final Race race;

    RuleBench(DSLContext db, Plain plain, Glossary glossary, Race race) {
        this.db = db;
        this.plain = plain;
        this.glossary = glossary;
        this.race = race;
    }

    private record Asked(String key, String name, String rule, String sql) {}

    private static final List<Asked> ASKED = List.of(
            new Asked("mql", "marketing qualified (as delivered)", "", """
                (coalesce(k.fit, 'unknown') in ('A', 'B') and l.intent >= 50
                  or l.hand_raise is not null and coalesce(k.fit, 'unknown') <> 'D')
                and coalesce(k.name, c.company_text) is not null and coalesce(c.country, k.country) is not null
                and l.source <> ''\
                """),
            new Asked("warm", "fits and asked for a demo lately", """
                lead.fit in ["A", "B"] && lead.touchpoints.exists(t, t.kind == "demo_request"
                  && t.occurred_at > now - duration("2160h"))\
                """, """
                          k.fit in ('A', 'B') and exists (select 1 from timeline.touchpoint t where t.contact_id = l.contact_id
                            and t.replaced_at is null and t.kind = 'demo_request' and t.occurred_at > timestamptz '{now}' - interval '90 days')\
                          """),
            new Asked("reader", "three downloads", """
                lead.touchpoints.filter(t, t.kind == "download").size() >= 3\
                """, """
                        (select count(*) from timeline.touchpoint t where t.contact_id = l.contact_id and t.replaced_at is null
                          and t.kind = 'download') >= 3\
                        """));

    List<Result> results(Person marketing, Person sales) {
        List<Result> results = new ArrayList<>();
        for (Asked asked : ASKED) {
            if (!asked.rule().isEmpty()) agree(asked, marketing, sales);
            Rule rule = glossary.definition(asked.key()).orElseThrow().rule();
            String sql = ANSWER + asked.sql().replace("{now}", TestClock.START.toString());
            results.add(new Result(
                    "rule, " + asked.name(),
                    0,
                    race.run(asked.name(), term(rule), () -> {
                        String answer = plain.text(sql);
                        return () -> answer;
                    }),
                    Result.Budget.ratio(1.2)));
        }
        return results;
    }

    private void agree(Asked asked, Person marketing, Person sales) {
        Wording wording = new Wording(asked.name(), asked.name(), asked.name(), asked.name(), "", "", asked.rule());
        glossary.add(asked.key(), "both", "lead", wording, marketing);
        glossary.sign(asked.key(), 1, "marketing", marketing);
        glossary.sign(asked.key(), 1, "sales", sales);
    }

    private Contender term(Rule rule) {
        Table<?> leads = Objects.requireNonNull(rule.subject().table());
        Field<Long> id = DSL.field(DSL.name(leads.getName(), "id"), SQLDataType.BIGINT);
        Field<String> met = DSL.field(
                "count(*)::text || ' leads, ' || coalesce(sum(hashint8extended({0}, 0)), 0)", SQLDataType.VARCHAR, id);
        return () -> {
            String answer = db.select(met)
                    .from(leads)
                    .where(rule.condition(leads, TestClock.START))
                    .fetchSingle()
                    .value1();
            return () -> answer;
        };
    }
}
