package doppelpass.bench;

import doppelpass.database.Sight;
import doppelpass.identity.Person;
import doppelpass.search.Found;
import doppelpass.search.Searches;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people type, the worst of it included, one query a call, beside SQL that reads six records of four kinds along the
 * same indexes, without rank, companies of contacts, typing errors or what the reader opened. Both sides must agree on the
 * kinds that have the words.
 */
final class SearchBench {
    private static final List<String> KINDS = List.of("contact", "company", "lead", "deal");
    private static final String SIX = """
         select kind, id from (
          (select 'contact' as kind, c.id from contacts.contact c where c.words @@ ?::tsquery and %s limit 6)
          union all
          (select 'company', k.id from contacts.company k where k.words @@ ?::tsquery and %s limit 6)
          union all
          (select 'lead', l.id from leads.lead l join contacts.contact c on c.id = l.contact_id
           where l.state not in ('MERGED', 'ERASED') and c.words @@ ?::tsquery and %s limit 6)
          union all
          (select 'deal', d.id from deals.deal d where d.words @@ ?::tsquery and %s limit 6)) six\
        """;

    /** What is typed, and the same as a hand writes it. */
    private record Typed(String text, String query) {
        /** Words in any order, each of them begun. */
        static Typed words(String text) {
            return new Typed(text, "'" + String.join("':* & '", text.split(" ")) + "':*");
        }
    }

    private static final List<Typed> TYPED = List.of(
            Typed.words("a"),
            Typed.words("m"),
            Typed.words("g"),
            Typed.words("an"),
            Typed.words("ma"),
            Typed.words("we"),
            Typed.words("anna"),
            Typed.words("greta"),
            Typed.words("weber"),
            Typed.words("web"),
            Typed.words("koch12"),
            Typed.words("anna weber"),
            Typed.words("weber anna"),
            Typed.words("anna w"),
            Typed.words("hans jung"),
            Typed.words("ines koch4"),
            Typed.words("clara wolf1234"),
            Typed.words("franz hahn99"),
            Typed.words("gmbh"),
            Typed.words("kern"),
            Typed.words("kern antriebe"),
            Typed.words("anna kern"),
            Typed.words("huber gmbh"),
            Typed.words("moser optik 77"),
            Typed.words("passau"),
            Typed.words("person"),
            Typed.words("person123"),
            new Typed("person4711@firma.example", "'person4711' & 'firma' & 'example':*"),
            Typed.words("firma"),
            Typed.words("example"),
            Typed.words("anna example"),
            new Typed("0851 1", "'08511':* | '498511':* | ('0851':* | '49851':*) & '1':*"),
            new Typed("+49 851 10471", "'4985110471':* | '49':* & '851':* & '10471':*"),
            new Typed("webre", "'webre':*"),
            new Typed("Medizintechink", "'medizintechink':*"),
            new Typed("technik", "'technik':*"),
            new Typed("logisitk gmbh", "'logisitk':* & 'gmbh':*"),
            Typed.words("xqzzy"),
            Typed.words("einzelfirma"),
            new Typed("Müller", "'muller':*"));

    private final Plain plain;
    private final Searches searches;
    private final Person reader;
    private final Optional<Sight> sight;
    private final String six;

    private SearchBench(Plain plain, Searches searches, Person reader, Optional<Sight> sight, String six) {
        this.plain = plain;
        this.searches = searches;
        this.reader = reader;
        this.sight = sight;
        this.six = six;
    }

    static SearchBench everything(Plain plain, Searches searches, Person reader) {
        return new SearchBench(
                plain, searches, reader, Optional.empty(), SIX.formatted("true", "true", "true", "true"));
    }

    /**
     * By somebody who owns leads, and sees the contacts and companies of these and no deals.
     *
     * @param seen SQL for the leads {@code l} they see
     */
    static SearchBench limited(Plain plain, Searches searches, Person reader, Optional<Sight> sight, String seen) {
        String own =
                "with own as materialized (select l.contact_id, l.company_id from leads.lead l where " + seen + ")";
        String contact = "c.id in (select contact_id from own)";
        String company =
                "(k.id in (select company_id from own) or k.id in (select c.company_id from contacts.contact c where "
                        + contact + "))";
        return new SearchBench(plain, searches, reader, sight, own + SIX.formatted(contact, company, seen, "false"));
    }

    Result result(String name) {
        plain.execute("call search.refresh()");
        plain.execute("vacuum analyze search.word");
        Race.Times times = new Race(2 * TYPED.size(), TYPED.size()).run("search", ours(), bare());
        return new Result(name, 0, times, sight.isEmpty() ? Result.Budget.p95(50) : Result.Budget.median(50));
    }

    /** The slowest of what is typed, each the better of two calls. */
    String slowest(String by) {
        record Slow(String text, double millis) {}
        List<Slow> all = new ArrayList<>();
        for (Typed typed : TYPED) {
            double best = Math.min(millis(typed), millis(typed));
            all.add(new Slow(typed.text(), best));
        }
        all.sort((a, b) -> Double.compare(b.millis(), a.millis()));
        StringBuilder words = new StringBuilder(by + ", the slowest queries:");
        all.stream()
                .limit(6)
                .forEach(slow -> words.append(
                        String.format(java.util.Locale.ENGLISH, " \"%s\" %.1f ms,", slow.text(), slow.millis())));
        return words.substring(0, words.length() - 1);
    }

    private Found find(Typed typed) {
        return Sight.with(sight, () -> searches.find(typed.text(), reader));
    }

    private double millis(Typed typed) {
        long start = System.nanoTime();
        find(typed);
        return (System.nanoTime() - start) / 1e6;
    }

    private Contender ours() {
        return new OneAfterTheOther() {
            @Override
            List<String> kinds(Typed typed) {
                Found found = find(typed);
                return KINDS.stream()
                        .filter(kind -> found.groups().stream()
                                .filter(group -> group.kind().name().equals(kind))
                                .flatMap(group -> group.hits().stream())
                                .anyMatch(hit -> hit.rank() <= 2))
                        .toList();
            }
        };
    }

    private Contender bare() {
        return new OneAfterTheOther() {
            @Override
            List<String> kinds(Typed typed) {
                String query = typed.query();
                List<Object> kinds = plain.rows(six, query, query, query, query).stream()
                        .map(List::getFirst)
                        .toList();
                return KINDS.stream().filter(kinds::contains).toList();
            }
        };
    }

    private abstract static class OneAfterTheOther implements Contender {
        private final List<List<String>> answers = new ArrayList<>();

        abstract List<String> kinds(Typed typed);

        @Override
        public Supplier<Object> run() {
            answers.add(kinds(TYPED.get(answers.size() % TYPED.size())));
            List<List<String>> all = List.copyOf(answers);
            return () -> Objects.requireNonNull(all.subList(Math.max(0, all.size() - TYPED.size()), all.size()));
        }
    }
}
