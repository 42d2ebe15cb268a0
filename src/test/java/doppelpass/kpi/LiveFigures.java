package doppelpass.kpi;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Figures worked out anew from all facts, past whatever is kept. */
@Component
public class LiveFigures {
    private final Kpis kpis;
    private final FactTable facts;

    LiveFigures(Kpis kpis, FactTable facts) {
        this.kpis = kpis;
        this.facts = facts;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, List<Figure>> series(Collection<String> codes, List<YearMonth> months) {
        return kpis.figures(Question.months(codes, months), facts::cells).stream()
                .collect(Collectors.groupingBy(Figure::code, LinkedHashMap::new, Collectors.toList()));
    }
}
