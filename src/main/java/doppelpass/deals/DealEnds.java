package doppelpass.deals;

import doppelpass.database.IntakeBatch;

/**
 * When deals of a file close: other systems say one day, which is expected while a deal is open and meant once it is closed;
 * lists from here show that day beside both, so what differs from the record is what somebody wrote.
 */
final class DealEnds {
    private static final String SHOWN = "coalesce(d.closed_at::date, d.expected_close)";

    private DealEnds() {}

    /** Fills {@code expected_on} and {@code closed_at} of rows whose stage is known. */
    static void set(IntakeBatch batch) {
        String day = said(batch, "closing", "s.closing is not null and s.closing::date is distinct from " + SHOWN);
        batch.execute("update {s} s set expected_on = case when "
                + said(batch, "expected", "s.expected is distinct from d.expected_close") + " then s.expected when "
                + day
                + " and (s.own is null or s.kind = 'open') then s.closing::date else d.expected_close end,"
                + " closed_at = case when s.kind = 'open' then null when s.closed is not null and "
                + said(batch, "closed", "s.closed is distinct from d.closed_at")
                + " then s.closed when s.closing is not null and "
                + day
                + " then s.closing else coalesce(d.closed_at, case when s.own then {now} end, s.created_at, {now}) end"
                + " from {s} x left join deals.deal d on d.id = x.record_id where x.row_no = s.row_no");
    }

    /** What a row of a file from here says anew; other files say it at all. */
    private static String said(IntakeBatch batch, String field, String anew) {
        return batch.mapped().contains(field) ? "(s.own is null or " + anew + ")" : "false";
    }
}
