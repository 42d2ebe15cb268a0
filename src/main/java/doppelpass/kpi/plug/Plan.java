package doppelpass.kpi.plug;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Plug: whoever keeps the plan says what was agreed for these months, in the KPI's own unit; months without plan are left out. */
public interface Plan {
    Map<String, Map<YearMonth, BigDecimal>> plans(Collection<String> codes, List<YearMonth> months);
}
