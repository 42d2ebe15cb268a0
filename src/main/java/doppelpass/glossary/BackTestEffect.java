package doppelpass.glossary;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;

/** Plug: figures that a changed definition of a term would move. Only terms the plug knows are answered. */
public interface BackTestEffect {
    /**
     * The effects on figures from {@code since} until now.
     *
     * @param subjectTable the subject's table that both conditions speak about
     */
    List<BackTest.Effect> effects(
            String term, Table<?> subjectTable, Condition before, Condition after, Instant since, Instant now);
}
