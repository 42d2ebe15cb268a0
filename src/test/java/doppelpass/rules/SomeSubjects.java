package doppelpass.rules;

import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INSTANT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static org.jooq.impl.SQLDataType.NUMERIC;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads, their contacts, companies, touchpoints and deals, as modules would plug them in. */
final class SomeSubjects {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final SomeTable LEAD = new SomeTable("lead");
    static final SomeTable CONTACT = new SomeTable("contact");
    static final SomeTable COMPANY = new SomeTable("company");
    static final SomeTable TOUCHPOINT = new SomeTable("touchpoint");
    static final SomeTable DEAL = new SomeTable("deal");

    static final String TABLES = """
            create schema rules_test;
            create table rules_test.company (id bigint primary key, name text not null, employees int, revenue numeric);
            create table rules_test.contact (id bigint primary key, company_id bigint, country text, email text not null,
                opted boolean, topics text[]);
            create table rules_test.lead (id bigint primary key, contact_id bigint, fit int not null, intent int,
                budget numeric, price numeric not null, source text, name text not null, hot boolean, open boolean not null,
                created_at timestamptz not null, touched_at timestamptz, due date, start date not null, tags text[],
                codes text[] not null);
            create table rules_test.touchpoint (id bigint primary key, lead_id bigint not null, kind text not null,
                channel text, at timestamptz not null, points int, labels text[]);
            create table rules_test.deal (id bigint primary key, contact_id bigint not null, amount numeric not null,
                won boolean, closed date);
            create index on rules_test.lead (fit);
            create index on rules_test.lead (created_at);
            create index on rules_test.touchpoint (lead_id);
            """;

    private static final List<SubjectPlug> PLUGS = List.of(plug(leads()), plug(others()));

    private SomeSubjects() {}

    private static SubjectPlug plug(List<Subject> subjects) {
        return () -> subjects;
    }

    static Rules rules() {
        return rules(Map.of());
    }

    /** Rules with these terms, each named {@code subject:name}. */
    static Rules rules(Map<String, String> terms) {
        return Rules.over(PLUGS, new SomeTerms(terms), ZONE);
    }

    private record SomeTerms(Map<String, String> texts) implements Terms {
        @Override
        public Optional<String> rule(String subject, String name) {
            return Optional.ofNullable(texts.get(subject + ":" + name));
        }

        @Override
        public List<String> names(String subject) {
            return texts.keySet().stream()
                    .filter(term -> term.startsWith(subject + ":"))
                    .map(term -> term.substring(subject.length() + 1))
                    .toList();
        }
    }

    static Rule rule(String text) {
        return rule(rules(), text);
    }

    static Rule rule(Rules rules, String text) {
        return switch (rules.check(text, "lead")) {
            case Rule rule -> rule;
            case Refused refused -> throw new AssertionError(text + " refused: " + refused.problems());
        };
    }

    static List<Problem> problems(String text) {
        return problems(rules(), text);
    }

    static List<Problem> problems(Rules rules, String text) {
        return switch (rules.check(text, "lead")) {
            case Rule rule -> throw new AssertionError("Not refused: " + text);
            case Refused refused -> refused.problems();
        };
    }

    private static List<Subject> leads() {
        return List.of(
                Subject.of("lead", "test.lead", LEAD, LEAD.id)
                        .field("fit", LEAD.required("fit", INTEGER))
                        .field("intent", LEAD.optional("intent", INTEGER))
                        .field("budget", LEAD.optional("budget", NUMERIC))
                        .field("price", LEAD.required("price", NUMERIC))
                        .field("source", LEAD.optional("source", CLOB), "partner", "event", "web")
                        .field("name", LEAD.required("name", CLOB))
                        .field("hot", LEAD.optional("hot", BOOLEAN))
                        .field("open", LEAD.required("open", BOOLEAN))
                        .field("created_at", LEAD.required("created_at", INSTANT))
                        .field("touched_at", LEAD.optional("touched_at", INSTANT))
                        .field("due", LEAD.optional("due", LOCALDATE))
                        .field("start", LEAD.required("start", LOCALDATE))
                        .field("tags", LEAD.optional("tags", CLOB.array()))
                        .field("codes", LEAD.required("codes", CLOB.array()))
                        .one("contact", "contact", LEAD.optional("contact_id", BIGINT))
                        .many("touchpoints", "touchpoint", TOUCHPOINT.required("lead_id", BIGINT)),
                Subject.of("touchpoint", "test.touchpoint", TOUCHPOINT, TOUCHPOINT.id)
                        .field("kind", TOUCHPOINT.required("kind", CLOB))
                        .field("channel", TOUCHPOINT.optional("channel", CLOB))
                        .field("at", TOUCHPOINT.required("at", INSTANT))
                        .field("points", TOUCHPOINT.optional("points", INTEGER))
                        .field("labels", TOUCHPOINT.optional("labels", CLOB.array())));
    }

    private static List<Subject> others() {
        return List.of(
                Subject.of("contact", "test.contact", CONTACT, CONTACT.id)
                        .field("country", CONTACT.optional("country", CLOB))
                        .field("email", CONTACT.required("email", CLOB))
                        .field("opted", CONTACT.optional("opted", BOOLEAN))
                        .field("topics", CONTACT.optional("topics", CLOB.array()))
                        .one("company", "company", CONTACT.optional("company_id", BIGINT)),
                Subject.of("company", "test.company", COMPANY, COMPANY.id)
                        .field("name", COMPANY.required("name", CLOB))
                        .field("employees", COMPANY.optional("employees", INTEGER))
                        .field("revenue", COMPANY.optional("revenue", NUMERIC))
                        .many("contacts", "contact", CONTACT.optional("company_id", BIGINT)),
                Subject.of("deal", "test.deal", DEAL, DEAL.id)
                        .field("amount", DEAL.required("amount", NUMERIC))
                        .field("won", DEAL.optional("won", BOOLEAN))
                        .field("closed", DEAL.optional("closed", LOCALDATE)),
                Subject.extending("contact", "test.deals").many("deals", "deal", DEAL.required("contact_id", BIGINT)));
    }
}
