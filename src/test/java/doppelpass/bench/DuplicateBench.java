package doppelpass.bench;

import doppelpass.work.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looking for duplicates among all contacts, every fiftieth of them typed in twice with slips, beside hand-written SQL that
 * finds those alone whose mail address is the same.
 */
final class DuplicateBench {
    private static final String TWICE = """
        insert into contacts.contact (company_id, company_text, first_name, last_name, mail, phone, country, source, created_at, source_id)
        select company_id, company_text, case when id % 3 = 0 then left(first_name, 1) else first_name end,
          case when id % 3 = 1 then overlay(last_name placing substring(last_name from 3 for 1) from 2 for 0) else last_name end,
          case when id % 100 = 0 then mail end, case when id % 4 < 3 then phone end, country, 'twice', created_at, 'twice-' || id
        from contacts.contact where id % 50 = 0\
        """;
    private static final String SAME_MAIL = """
        select count(*) from contacts.contact a join contacts.contact b on a.mail = b.mail and a.id < b.id\
        """;
    private static final String FOUND = """
        select count(*) from duplicates.pair p join contacts.contact a on a.id = p.first_id join contacts.contact b on b.id = p.second_id
        where p.kind = 'contact' and\
        """;

    private final Plain plain;
    private final Queue queue;
    private final int rows;
    private final List<String> remarks = new ArrayList<>();

    DuplicateBench(Plain plain, Queue queue, int rows) {
        this.plain = plain;
        this.queue = queue;
        this.rows = rows;
    }

    Result result() {
        plain.with(connection -> {
            try (var sql = connection.createStatement()) {
                sql.execute(
                        "select setval(pg_get_serial_sequence('contacts.contact', 'id'), (select max(id) from contacts.contact))");
                sql.execute(TWICE);
                sql.execute("vacuum analyze contacts.contact");
            }
            return null;
        });
        double ours;
        String heap;
        try (HeapWatch watch = new HeapWatch()) {
            ours = seconds(() -> queue.run(queue.put("duplicates.find", "")));
            heap = watch.words();
        }
        List<Long> found = new ArrayList<>();
        double bare = seconds(() -> found.add(number(SAME_MAIL)));
        if (number(FOUND + " a.mail = b.mail") != found.getFirst()) {
            throw new AssertionError("duplicates: pairs with the same mail address are missing: " + found);
        }
        remark(ours, heap);
        return new Result(
                String.format(Locale.ENGLISH, "duplicates among %,d contacts", rows + rows / 50),
                rows + rows / 50,
                new Race.Times(List.of(ours), List.of(bare), List.of(ours)),
                Result.Budget.p95(600_000));
    }

    private void remark(double seconds, String heap) {
        long twice = number("select count(*) from contacts.contact where source = 'twice'");
        long again = number(FOUND + " 'twice-' || a.id = b.source_id");
        long all = number("select count(*) from duplicates.pair where kind = 'contact'");
        List<Object> run = plain.rows("select compared, left_out from duplicates.progress where kind = 'contact'")
                .getFirst();
        remarks.add(String.format(
                Locale.ENGLISH,
                "duplicates among %,d contacts: %.1f s with their companies, %,d pairs compared, %,d left out; %,d of %,d planted ones"
                        + " found, %,d pairs in all; %s",
                rows + rows / 50,
                seconds,
                ((Number) run.getFirst()).longValue(),
                ((Number) run.getLast()).longValue(),
                again,
                twice,
                all,
                heap));
    }

    List<String> remarks() {
        return remarks;
    }

    private long number(String query) {
        return (Long) plain.rows(query).getFirst().getFirst();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
