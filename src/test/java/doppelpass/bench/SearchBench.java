package doppelpass.bench;

import doppelpass.identity.Person;
import doppelpass.search.Found;
import doppelpass.search.Searches;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
          (select 'contact' as kind, id from contacts.contact where search.words(
             first_name || ' ' || last_name || ' ' || coalesce(mail, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, '')
             || ' ' || coalesce(case when company_id is null then company_text end, '') || ' ' || coalesce(note, '')) @@ ?::tsquery limit 6)
          union all
          (select 'company', id from contacts.company where search.words(
             name || ' ' || coalesce(domain, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(city, '') || ' '
             || coalesce(vat_id, '') || ' ' || coalesce(note, '')) @@ ?::tsquery limit 6)
          union all
          (select 'lead', l.id from leads.lead l join contacts.contact c on c.id = l.contact_id where l.state not in ('MERGED', 'ERASED')
           and search.words(
             c.first_name || ' ' || c.last_name || ' ' || coalesce(c.mail, '') || ' ' || coalesce(c.phone, '') || ' '
             || coalesce(c.mobile, '') || ' ' || coalesce(case when c.company_id is null then c.company_text end, '') || ' '
             || coalesce(c.note, '')) @@ ?::tsquery limit 6)
          union all
          (select 'deal', id from deals.deal where search.words(name || ' ' || coalesce(next_step, '')) @@ ?::tsquery limit 6)) six\
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
    private final int contacts;

    SearchBench(Plain plain, Searches searches, Person reader, int contacts) {
        this.plain = plain;
        this.searches = searches;
        this.reader = reader;
        this.contacts = contacts;
    }

    Result result() {
        plain.execute("call search.refresh()");
        plain.execute("vacuum analyze search.word");
        Race.Times times = new Race(2 * TYPED.size(), TYPED.size()).run("search", ours(), bare());
        return new Result(
                String.format(java.util.Locale.ENGLISH, "search among %,d contacts, first results", contacts),
                0,
                times,
                Result.Budget.p95(50));
    }

    /** The slowest of what is typed, each the better of two calls. */
    String slowest() {
        record Slow(String text, double millis) {}
        List<Slow> all = new ArrayList<>();
        for (Typed typed : TYPED) {
            double best = Math.min(millis(typed), millis(typed));
            all.add(new Slow(typed.text(), best));
        }
        all.sort((a, b) -> Double.compare(b.millis(), a.millis()));
        StringBuilder words = new StringBuilder("search, the slowest queries:");
        all.stream()
                .limit(6)
                .forEach(slow -> words.append(
                        String.format(java.util.Locale.ENGLISH, " \"%s\" %.1f ms,", slow.text(), slow.millis())));
        return words.substring(0, words.length() - 1);
    }

    private double millis(Typed typed) {
        long start = System.nanoTime();
        searches.find(typed.text(), reader);
        return (System.nanoTime() - start) / 1e6;
    }

    private Contender ours() {
        return new OneAfterTheOther() {
            @Override
            List<String> kinds(Typed typed) {
                Found found = searches.find(typed.text(), reader);
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
                List<Object> kinds = plain.rows(SIX, query, query, query, query).stream()
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
